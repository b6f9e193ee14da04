import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { renderPlainText } from "#core/articles/inline.ts";
import { RawVisitor } from "#server/collab/fixture-frames.ts";
import { createFolder, type RunningFixture, startFixture } from "#server/collab/run-fixture.ts";
import { cutSocket, OpenPart, openCollab } from "./fixture-session.ts";
import type { CollabAdmission } from "./session-types.ts";

let fixture: RunningFixture;
/** Each test has a part of its own. */
let index = -1;

beforeAll(async () => {
  fixture = await startFixture(createFolder(), {
    parts: 13,
    segments: 40,
    limits: { partBytes: 1_000_000, pendingBytes: 300 },
  });
});
afterAll(() => fixture.end());
beforeEach(() => {
  index += 1;
});

/** The text as the server has it on disk and in memory. */
async function readServer(segment = 0): Promise<string> {
  const segmentId = fixture.parts[index]?.segmentIds[segment];
  const { content } = await fixture.command<{ content: Parameters<typeof renderPlainText>[0] }>("read", {
    segmentId,
  });
  return renderPlainText(content);
}

describe("a part is saved only when the server has everything", () => {
  test("not before the handshake has been answered", async () => {
    const one = new OpenPart(fixture, { index });
    const states: string[] = [];
    void one.until(() => {
      if (states.at(-1) !== one.state) states.push(one.state);
      return false;
    });
    expect(one.state).toBe("offline");
    await one.until(() => one.state === "saved");
    expect(states.filter((state) => state === "saved")).toHaveLength(1);
    await one.leave();
  });

  test("not while a change waits for its acknowledgement", async () => {
    const one = new OpenPart(fixture, { index });
    await one.until(() => one.state === "saved");
    for (const word of ["one ", "two ", "three"]) one.type(word);
    expect(one.part.getStatus()).toMatchObject({ state: "saving", pending: 3 });
    await one.until(() => one.state === "saved");
    expect(one.part.getStatus().pending).toBe(0);
    expect(await readServer()).toBe("one two three");
    await one.leave();
  });

  test("what is typed while the socket is down is pending, sent once, and saved then", async () => {
    const one = new OpenPart(fixture, { index });
    await one.until(() => one.state === "saved");
    cutSocket(one.socket);
    await one.until(() => one.state === "offline");
    one.type("kept ");
    one.type("here");
    expect(one.part.getStatus()).toMatchObject({ state: "offline", pending: 2 });
    await one.until(() => one.state === "saved");
    expect([await readServer(), one.read()]).toEqual(["kept here", "kept here"]);
    await one.leave();
  });

  test("a long stay offline goes in pieces that the server takes", async () => {
    const one = new OpenPart(fixture, { index });
    await one.until(() => one.state === "saved");
    cutSocket(one.socket);
    await one.until(() => one.state === "offline");
    for (let count = 0; count < 40; count += 1) one.type(`${count}:${"x".repeat(15_000)} `, count);
    await one.until(() => one.state === "saved" || one.refusals.length > 0);
    expect(await Promise.all([0, 20, 39].map((each) => readServer(each)))).toEqual(
      [0, 20, 39].map((each) => one.read(each)),
    );
    expect(one.refusals).toEqual([]);
    await one.leave();
  });

  test("however often the socket is cut while one types", async () => {
    const one = new OpenPart(fixture, { index });
    await one.until(() => one.state === "saved");
    const checks: Promise<void>[] = [];
    for (let count = 0; count < 240; count += 1) {
      one.type(`<${count}>`);
      if (count % 13 === 0) cutSocket(one.socket);
      if (count % 3 === 0) await new Promise((resolve) => setImmediate(resolve));
      if (count % 80 === 79) await one.until(() => one.state === "saved");
      if (one.state !== "saved") continue;
      const seen = one.read();
      checks.push(readServer().then((text) => expect(text.startsWith(seen)).toBe(true)));
    }
    await one.until(() => one.state === "saved");
    await Promise.all(checks);
    expect(checks.length).toBeGreaterThan(2);
    expect(await readServer()).toBe(one.read());
    await one.leave();
  });
});

test("a part that holds what waits for missing updates takes all that waits for none", async () => {
  const document = fixture.parts[index]?.id ?? "";
  const doc = new Y.Doc();
  doc.getText("of-no-segment").insert(0, "never sent");
  const before = Y.encodeStateVector(doc);
  doc.getText("of-no-segment").insert(0, "x".repeat(290));
  const raw = await new RawVisitor(fixture).opened();
  await raw.join(fixture, { document });
  raw.sync(document, Y.encodeStateAsUpdate(doc, before));
  await raw.until(() => raw.acknowledged === 1);
  const one = new OpenPart(fixture, { index });
  for (let count = 0; count < 400; count += 1) {
    one.type(`<${count}>`);
    if (count % 100 === 50) cutSocket(one.socket);
    if (count % 50 === 0) await one.until(() => one.state !== "offline");
    await new Promise((resolve) => setImmediate(resolve));
  }
  await one.until(() => one.state === "saved" || one.refusals.length > 0);
  expect([one.refusals, await readServer()]).toEqual([[], one.read()]);
  raw.leave();
  await one.leave();
});

describe("the server closes one part", () => {
  test("and the page asks again on the same socket", async () => {
    const [one, other] = [new OpenPart(fixture, { index }), new OpenPart(fixture, { index: 12 })];
    await one.until(() => one.state === "saved");
    await other.until(() => other.state === "saved");
    await fixture.command("close-part", { partId: fixture.parts[index]?.id });
    await one.until(() => one.state !== "saved");
    one.type("meanwhile");
    await one.until(() => one.state === "saved");
    expect(await readServer()).toBe("meanwhile");
    expect(one.refusals).toEqual([]);
    await one.leave();
    await other.leave();
  });
});

test("without a session the page says so, keeps what is typed, and goes on once there is one", async () => {
  let isSignedIn = false;
  const one = new OpenPart(fixture, {
    index,
    ask: async () => {
      if (!isSignedIn) throw new Error("sign-in-needed");
      return askAs(fixture.translator, 0);
    },
  });
  await one.until(() => one.state === "signed-out");
  one.type("kept");
  isSignedIn = true;
  await one.until(() => one.state === "saved");
  expect([await readServer(), one.refusals]).toEqual(["kept", []]);
  await one.leave();
});

test("a token that the server does not know any more is asked for anew", async () => {
  const tokens = [await askAs(fixture.translator, 61_000), await askAs(fixture.translator, 0)];
  let asked = 0;
  const one = new OpenPart(fixture, {
    index,
    ask: async () => {
      asked += 1;
      return tokens[Math.min(asked, tokens.length) - 1] ?? askAs(fixture.translator, 0);
    },
  });
  await one.until(() => one.state === "saved");
  expect(asked).toBe(2);
  await one.leave();
});

describe("a copy that the server never takes is given up once, and nothing more is sent", () => {
  test("when the part is full", async () => {
    const one = new OpenPart(fixture, { index });
    await one.until(() => one.state === "saved");
    while (one.refusals.length === 0) {
      one.type("x".repeat(20_000));
      await one.until(() => one.state !== "saving");
    }
    expect([one.refusals, one.state, one.part.isEditable]).toEqual([["quota"], "refused", true]);
    const rows = await countRows();
    one.type("one more");
    await fixture.command("flush", { articleId: fixture.articleId });
    expect([await countRows(), one.refusals]).toEqual([rows, ["quota"]]);
    await one.leave();
  });

  test("when the member may only read, however fast they type", async () => {
    const one = new OpenPart(fixture, { index, memberId: fixture.viewer });
    await one.until(() => one.state === "read-only");
    for (const word of ["a", "b", "c"]) one.type(word);
    await one.until(() => one.refusals.length > 0);
    expect([one.refusals, one.part.isEditable, await readServer()]).toEqual([["read-only"], false, ""]);
    await one.leave();
  });

  test("when it is of another epoch", async () => {
    const one = new OpenPart(fixture, { index, epoch: 7 });
    await one.until(() => one.refusals.length > 0);
    expect([one.refusals, one.state]).toEqual([["epoch"], "refused"]);
    await one.leave();
  });
});

async function askAs(memberId: string, age: number): Promise<CollabAdmission> {
  const { articleId } = fixture;
  const token = await fixture.command<string>("token", { memberId, articleId, age });
  return { ...(await openCollab(fixture, memberId)), token };
}

async function countRows(): Promise<number> {
  const [row] = await fixture.command<{ rows: number }[]>("query", {
    sql: "SELECT count(*) AS rows FROM part_updates",
  });
  return row?.rows ?? 0;
}
