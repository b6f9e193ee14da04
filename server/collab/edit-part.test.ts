import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { hashContent } from "#core/articles/canonical.ts";
import { findPlace, storePosition } from "#core/articles/fragment-range.ts";
import { getFragment } from "#core/articles/part-text.ts";
import { Visitor } from "./fixture-visitor.ts";
import { createFolder, type RunningFixture, startFixture } from "./run-fixture.ts";

let folder: string;
let fixture: RunningFixture;

beforeAll(async () => {
  folder = createFolder();
  fixture = await startFixture(folder, { parts: 4 });
});
afterAll(() => fixture.end());

function pick(part: number): { document: string; segmentId: string } {
  return { document: fixture.parts[part]?.id ?? "", segmentId: fixture.parts[part]?.segmentIds[0] ?? "" };
}

test("the server's edit reaches an open page, and leaves its caret and its undo alone", async () => {
  const { document, segmentId } = pick(0);
  const visitor = await new Visitor(fixture, { document }).ready();
  const fragment = getFragment(visitor.doc, segmentId);
  await fixture.command("edit", { segmentId, text: "The" });
  await visitor.until(() => visitor.read(segmentId) === "The");
  const undo = new Y.UndoManager(fragment, { trackedOrigins: new Set([null]) });
  visitor.type(segmentId, " old stone bridge");
  await visitor.saved();
  const caret = storePosition(fragment, "The old stone".length);
  await fixture.command("edit", { segmentId, text: "The old stone bridge, rebuilt" });
  await visitor.until(() => visitor.read(segmentId) === "The old stone bridge, rebuilt");
  expect(findPlace(fragment, caret)).toBe("The old stone".length);
  undo.undo();
  expect(visitor.read(segmentId)).toBe("The, rebuilt");
  visitor.leave();
});

test("an edit is on disk when it returns, also of a part that nobody has open", async () => {
  const { segmentId } = pick(1);
  await fixture.command("edit", { segmentId, text: "Kept" });
  await fixture.end("SIGKILL");
  fixture = await startFixture(folder);
  expect(await fixture.command("read", { segmentId })).toMatchObject({
    content: [{ text: "Kept" }],
    valid: true,
  });
  const sql = `SELECT origin, member_id AS memberId FROM part_updates WHERE part_id = '${pick(1).document}'`;
  expect(await fixture.command("query", { sql })).toEqual([{ origin: "command", memberId: null }]);
});

test("edits of one moment follow each other: the last one is the text", async () => {
  const { segmentId } = pick(2);
  const texts = ["first thoughts", "second thoughts", "third thoughts"];
  await Promise.all(texts.map((text) => fixture.command("edit", { segmentId, text })));
  const { content } = await fixture.command<{ content: { text: string }[] }>("read", { segmentId });
  expect(texts).toContain(content.map(({ text }) => text).join(""));
});

test("the live text and its hash are those of this moment; a flush puts them in the database", async () => {
  const { document, segmentId } = pick(3);
  const visitor = await new Visitor(fixture, { document }).ready();
  visitor.type(segmentId, "  now  ");
  await visitor.saved();
  expect(await fixture.command("read", { segmentId })).toMatchObject({
    hash: hashContent([{ type: "text", text: "now" }]),
  });
  await fixture.command("flush", { articleId: fixture.articleId });
  const sql = `SELECT target_text AS text FROM segments WHERE id = '${segmentId}'`;
  expect(await fixture.command("query", { sql })).toEqual([{ text: "now" }]);
  visitor.leave();
});

test("an unknown segment and a text that is too long are refused", async () => {
  await expect(fixture.command("edit", { segmentId: "nobody", text: "" })).rejects.toThrow("not-found");
  await expect(
    fixture.command("edit", { segmentId: pick(0).segmentId, text: "x".repeat(20_001) }),
  ).rejects.toThrow("too-large");
});
