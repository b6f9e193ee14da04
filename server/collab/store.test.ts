import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { getFragment, readTarget } from "#core/articles/part-text.ts";
import { closeDatabase, getHandle, openDatabase } from "#db/client.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { type Fixture, findFixture } from "./fixture-article.ts";
import { loadPart } from "./load-part.ts";
import type { Part } from "./part.ts";
import { createFolder } from "./run-fixture.ts";
import { seedPart } from "./seed-part.ts";
import { storePart } from "./store-part.ts";
import { UpdateLog } from "./update-log.ts";

let fixture: Fixture;
let partId: string;
let segmentId: string;

beforeEach(() => {
  const folder = createFolder();
  migrateDatabase(folder);
  openDatabase(folder);
  fixture = findFixture({});
  partId = fixture.parts[0]?.id ?? "";
  segmentId = fixture.parts[0]?.segmentIds[0] ?? "";
});
afterEach(() => closeDatabase());

/** An update that writes at the end of the segment, as a browser that is in step with the part would send it. */
function write(part: Part, text: string): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(part.doc));
  const before = Y.encodeStateVector(doc);
  getFragment(doc, segmentId).push([new Y.XmlText(text)]);
  return Y.encodeStateAsUpdate(doc, before);
}

function append(
  log: UpdateLog,
  part: Part,
  text: string,
  memberId: string | null = fixture.translator,
): Promise<void> {
  return log.append({ part, update: write(part, text), memberId, origin: "socket", transactionOrigin: null });
}

function readText(): string {
  const { content } = readTarget(getFragment(loadPart(partId, new Y.Doc()).doc, segmentId));
  return content.map((inline) => (inline.type === "text" ? inline.text : "")).join("");
}

function query(sql: string): unknown[] {
  return getHandle().raw.prepare(sql).all();
}

test("a store in the gap between commit and application trims nothing that its snapshot lacks", async () => {
  const part = loadPart(partId, new Y.Doc());
  const gap = () => storePart(part);
  const log = new UpdateLog({ onCommitted: gap });
  await append(log, part, "one ");
  await append(log, part, "two ");
  await append(log, part, "three");
  // The snapshots were all made in gaps: each lacks the row committed just before it.
  expect(part.storedUpto).toBe(part.upto - 1);
  expect(readText()).toBe("one two three");
  storePart(part);
  expect(readText()).toBe("one two three");
});

test("updates of one turn are applied in the order of their ids, and share a transaction", async () => {
  const part = loadPart(partId, new Y.Doc());
  const other = loadPart(fixture.parts[1]?.id ?? "", new Y.Doc());
  let commits = 0;
  const log = new UpdateLog({ onCommitted: () => (commits += 1) });
  await Promise.all([append(log, part, "a"), append(log, other, "b"), append(log, part, "c")]);
  expect(commits).toBe(1);
  expect([part.upto, other.upto]).toEqual([3, 2]);
});

test("a database that another holds refuses the whole turn as one that comes again, not as bad text", async () => {
  const part = loadPart(partId, new Y.Doc());
  const log = new UpdateLog();
  const { raw } = getHandle();
  raw.pragma("busy_timeout = 0");
  const other = new Database(raw.name);
  other.exec("BEGIN IMMEDIATE");
  const refused = await Promise.allSettled([append(log, part, "a"), append(log, part, "b")]);
  other.close();
  expect(refused).toMatchObject([{ reason: { code: "storage-full" } }, { reason: { code: "storage-full" } }]);
  await append(log, part, "again");
  expect(readText()).toBe("again");
});

test("a row that cannot be written does not refuse the others of its turn", async () => {
  const part = loadPart(partId, new Y.Doc());
  const gone = { ...loadPart(fixture.parts[1]?.id ?? "", new Y.Doc()), id: "0".repeat(20) };
  const log = new UpdateLog();
  const results = await Promise.allSettled([append(log, gone, "lost"), append(log, part, "kept")]);
  expect(results.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
  expect(readText()).toBe("kept");
});

describe("a store", () => {
  test("writes targets, and a version with its authors for each changed segment", async () => {
    const part = loadPart(partId, new Y.Doc());
    const log = new UpdateLog();
    await append(log, part, "Stone ");
    await append(log, part, "bridge", fixture.owner);
    storePart(part, 1000);
    await append(log, part, "s");
    storePart(part, 2000);
    const versions = query(
      'SELECT segment_id AS id, "from", until, text, authors FROM segment_versions ORDER BY "from"',
    );
    expect(versions).toEqual([
      {
        id: segmentId,
        from: 1000,
        until: 2000,
        text: "Stone bridge",
        authors: JSON.stringify([fixture.translator, fixture.owner]),
      },
      {
        id: segmentId,
        from: 2000,
        until: null,
        text: "Stone bridges",
        authors: JSON.stringify([fixture.translator]),
      },
    ]);
    const article = `SELECT changed_at AS at FROM articles WHERE id = '${fixture.articleId}'`;
    expect(query(article)).toEqual([{ at: 2000 }]);
  });

  test("writes no version when the text is as before, and nothing when nothing came", async () => {
    const part = loadPart(partId, new Y.Doc());
    storePart(part);
    expect(query("SELECT 1 FROM part_snapshots")).toEqual([]);
    const log = new UpdateLog();
    await append(log, part, "");
    storePart(part);
    expect(query("SELECT 1 FROM segment_versions")).toEqual([]);
  });

  test("keeps two snapshots, and the log from the older one on", async () => {
    const part = loadPart(partId, new Y.Doc());
    const log = new UpdateLog();
    for (const word of ["a", "b", "c", "d"]) {
      await append(log, part, word);
      storePart(part);
    }
    expect(query("SELECT upto FROM part_snapshots ORDER BY upto")).toEqual([{ upto: 3 }, { upto: 4 }]);
    expect(query("SELECT id FROM part_updates")).toEqual([{ id: 4 }]);
  });
});

describe("damage", () => {
  async function writeAndStore(): Promise<void> {
    const part = loadPart(partId, new Y.Doc());
    const log = new UpdateLog();
    for (const word of ["one ", "two ", "three "]) {
      await append(log, part, word);
      storePart(part);
    }
    await append(log, part, "four");
  }

  test("of the newest snapshot loses nothing: the older one and the log have it all", async () => {
    await writeAndStore();
    getHandle().raw.exec("UPDATE part_snapshots SET data = zeroblob(length(data)) WHERE upto = 3");
    expect(readText()).toBe("one two three four");
    const part = loadPart(partId, new Y.Doc());
    storePart(part);
    expect(readText()).toBe("one two three four");
    expect(query("SELECT upto FROM part_snapshots ORDER BY upto")).toEqual([{ upto: 2 }, { upto: 4 }]);
  });

  test("of a row loses that row alone, and the part opens", async () => {
    await writeAndStore();
    getHandle().raw.exec("UPDATE part_updates SET data = zeroblob(length(data)) WHERE id = 4");
    expect(readText()).toBe("one two three ");
  });
});

describe("seeding", () => {
  test("happens once, and shows in the targets at once", async () => {
    const contents = [{ segmentId, content: [{ type: "text" as const, text: "A bridge" }] }];
    await seedPart(partId, contents, "sample");
    await expect(seedPart(partId, contents, "sample")).rejects.toThrow("conflict");
    expect(readText()).toBe("A bridge");
    expect(query(`SELECT target_text AS text FROM segments WHERE id = '${segmentId}'`)).toEqual([
      { text: "A bridge" },
    ]);
    expect(query("SELECT member_id AS memberId, origin FROM part_updates")).toEqual([
      { memberId: null, origin: "sample" },
    ]);
  });

  test("gives the same bytes whoever seeds", async () => {
    const contents = [{ segmentId, content: [{ type: "text" as const, text: "A bridge" }] }];
    await seedPart(partId, contents, "sample");
    const [first] = query("SELECT hex(data) AS data FROM part_updates");
    getHandle().raw.exec(
      "DELETE FROM part_updates; DELETE FROM part_snapshots; DELETE FROM segment_versions",
    );
    await seedPart(partId, contents, "sample");
    expect(query("SELECT hex(data) AS data FROM part_updates")).toEqual([first]);
  });
});
