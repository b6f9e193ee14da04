import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { RawVisitor } from "./fixture-frames.ts";
import { getCredentials, Visitor, type VisitorOptions } from "./fixture-visitor.ts";
import { createFolder, type RunningFixture, startFixture } from "./run-fixture.ts";

let fixture: RunningFixture;
let foreignPart: string;

beforeAll(async () => {
  fixture = await startFixture(createFolder(), {
    parts: 4,
    limits: { socketParts: 2, memberParts: 3 },
  });
  const [row] = await fixture.command<{ id: string }[]>("query", {
    sql: `SELECT id FROM parts WHERE article_id != '${fixture.articleId}'`,
  });
  foreignPart = row?.id ?? "";
});
afterAll(() => fixture.end());

/** The server's answer to one question on a socket of its own. */
async function ask(options: VisitorOptions): Promise<string> {
  const visitor = await new RawVisitor(fixture).opened();
  const answer = await visitor.join(fixture, options);
  visitor.leave();
  return answer;
}

describe("who is let in", () => {
  test("a member, to a part of the token's article", async () => {
    expect(await ask({})).toBe("granted");
  });
  test("nobody with a token that is not ours", async () => {
    expect(await ask({ token: "e30.AAAA" })).toBe("expired");
    expect(await ask({ token: "" })).toBe("expired");
  });
  test("nobody with a token that is too old", async () => {
    const token = await fixture.command<string>("token", {
      memberId: fixture.owner,
      articleId: fixture.articleId,
      age: 61_000,
    });
    expect(await ask({ token })).toBe("expired");
  });
  test("nobody to a part of another article", async () => {
    expect(await ask({ document: foreignPart })).toBe("forbidden");
  });
  test("nobody to a part with the token of the room", async () => {
    expect(await ask({ articleId: null })).toBe("forbidden");
  });
  test("nobody with a copy of another epoch", async () => {
    expect(await ask({ epoch: 0 })).toBe("epoch");
  });
  test.each(["../../etc/passwd", "part of nothing", "A".repeat(20), "a".repeat(20)])(
    "nobody to a document named %s",
    async (document) => {
      expect(await ask({ document })).toBe("not-found");
    },
  );
  test.each(["__proto__", "constructor"])("nobody to %s, which closes the socket", async (document) => {
    expect(await ask({ document })).toBe("closed 4401");
  });
  test.each(["http://evil.example", "null", "not a url", null])("nobody from the page %s", async (origin) => {
    const visitor = new RawVisitor(fixture, origin);
    await visitor.until(() => visitor.closeCode !== null);
    expect(visitor.closeCode).toBe(1006);
  });
  test("nobody who wrote no credentials at all", async () => {
    const visitor = await new RawVisitor(fixture).opened();
    visitor.auth(fixture.parts[0]?.id ?? "", "let me in");
    await visitor.until(() => visitor.admissions.length > 0);
    expect(visitor.admissions).toEqual(["forbidden"]);
    visitor.leave();
  });
  test("one member only on one socket", async () => {
    const visitor = await new RawVisitor(fixture).opened();
    expect(await visitor.join(fixture)).toBe("granted");
    expect(await visitor.join(fixture, { document: fixture.parts[1]?.id, memberId: fixture.owner })).toBe(
      "forbidden",
    );
    visitor.leave();
  });
});

describe("how much one may open", () => {
  test("a part that could not be loaded is not counted", async () => {
    const visitor = await new RawVisitor(fixture).opened();
    const rename = (from: string, to: string) =>
      fixture.command("execute", { sql: `ALTER TABLE ${from} RENAME TO ${to}` });
    const document = fixture.parts[2]?.id;
    await rename("part_snapshots", "hidden");
    for (let count = 0; count < 4; count += 1) {
      expect(await visitor.join(fixture, { document })).toBe("granted");
      await visitor.until(() => visitor.admissions.length === 2 * count + 2);
    }
    await rename("hidden", "part_snapshots");
    expect(await visitor.join(fixture, { document })).toBe("granted");
    const [first, second] = visitor.admissions;
    expect([first, second]).toEqual(["granted", "permission-denied"]);
    visitor.leave();
  });

  test("nor is it for those who wait for it together", async () => {
    const visitor = await new RawVisitor(fixture).opened();
    const document = fixture.parts[2]?.id ?? "";
    const credentials = await getCredentials(fixture);
    await fixture.command("execute", { sql: "ALTER TABLE part_snapshots RENAME TO hidden" });
    for (let count = 1; count <= 3; count += 1) {
      // Two providers of one page, which the server hears in one turn.
      for (const session of ["one", "two"]) visitor.auth(`${document}\0${session}`, credentials);
      await visitor.until(
        () => visitor.admissions.length === 4 * count || visitor.admissions.includes("too-many"),
      );
      expect(visitor.admissions.slice(-4).sort()).toEqual([
        "granted",
        "granted",
        "permission-denied",
        "permission-denied",
      ]);
    }
    await fixture.command("execute", { sql: "ALTER TABLE hidden RENAME TO part_snapshots" });
    expect(await visitor.join(fixture, { document })).toBe("granted");
    visitor.leave();
  });

  test("parts of a socket, and of a member", async () => {
    const names = fixture.parts.map(({ id }) => id);
    const one = await new RawVisitor(fixture).opened();
    const two = await new RawVisitor(fixture).opened();
    const join = (visitor: RawVisitor, index: number) =>
      visitor.join(fixture, { document: names[index], memberId: fixture.owner });
    expect([await join(one, 0), await join(one, 1), await join(one, 2)]).toEqual([
      "granted",
      "granted",
      "too-many",
    ]);
    expect([await join(two, 2), await join(two, 3)]).toEqual(["granted", "too-many"]);
    one.leave();
    two.leave();
  });
  test("names asked for before any admission", async () => {
    const visitor = await new RawVisitor(fixture).opened();
    for (let index = 0; index < 30; index += 1) visitor.sync(`nobody-${index}`, new Uint8Array([0]), 0);
    await visitor.until(() => visitor.closeCode !== null);
    expect(visitor.closeCode).toBe(4205);
  });
  test("bytes sent before any admission", async () => {
    const visitor = await new RawVisitor(fixture).opened();
    for (let index = 0; index < 4; index += 1) visitor.sync("nobody", new Uint8Array(100_000), 2);
    await visitor.until(() => visitor.closeCode !== null);
    expect(visitor.closeCode).toBe(4205);
  });
});

describe("what one may do", () => {
  test("a client of another schema version reads, and writes nothing", async () => {
    const segmentId = fixture.parts[0]?.segmentIds[0] ?? "";
    const visitor = await new Visitor(fixture, { schemaVersion: 999 }).ready();
    expect(visitor.provider.authorizedScope).toBe("readonly");
    visitor.type(segmentId, "old");
    await visitor.until(() => visitor.messages.length > 0);
    expect(visitor.messages).toEqual([{ type: "refused", reason: "read-only", limit: null }]);
    expect(await fixture.command("read", { segmentId })).toMatchObject({ content: [] });
    visitor.leave();
  });

  test("the project's room takes no text", async () => {
    const visitor = await new Visitor(fixture, { document: fixture.projectId, articleId: null }).ready();
    visitor.doc.getText("anything").insert(0, "text");
    await visitor.until(() => visitor.messages.length > 0);
    expect(visitor.messages).toEqual([{ type: "refused", reason: "read-only", limit: null }]);
    const other = await new Visitor(fixture, {
      document: fixture.projectId,
      memberId: fixture.owner,
    }).ready();
    expect(other.doc.getText("anything").toString()).toBe("");
    visitor.leave();
    other.leave();
  });

  test("a member who becomes a viewer can write no more, at once", async () => {
    const segmentId = fixture.parts[0]?.segmentIds[1] ?? "";
    const visitor = await new Visitor(fixture).ready();
    const raw = await new RawVisitor(fixture).opened();
    await raw.join(fixture);
    await fixture.command("set-role", { memberId: fixture.translator, role: "viewer" });
    const doc = new Y.Doc();
    doc.getXmlFragment(`s:${segmentId}`).push([new Y.XmlText("too late")]);
    raw.sync(fixture.parts[0]?.id ?? "", Y.encodeStateAsUpdate(doc));
    await raw.until(() => raw.closeCode !== null);
    await visitor.until(() => visitor.provider.authorizedScope === "readonly");
    expect(await fixture.command("read", { segmentId })).toMatchObject({ content: [] });
    await fixture.command("set-role", { memberId: fixture.translator, role: "translator" });
    visitor.leave();
  });

  test("a new epoch sends everybody away, and lets no old copy in", async () => {
    const part = fixture.parts[3];
    const visitor = await new RawVisitor(fixture).opened();
    await visitor.join(fixture, { document: part?.id });
    await fixture.command("raise-epoch", { partId: part?.id });
    await visitor.until(() => visitor.closed.length > 0);
    expect(await ask({ document: part?.id, epoch: 1, memberId: fixture.owner })).toBe("epoch");
    expect(await ask({ document: part?.id, epoch: 2, memberId: fixture.owner })).toBe("granted");
    visitor.leave();
  });
});
