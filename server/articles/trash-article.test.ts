import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { getFragment } from "#core/articles/part-text.ts";
import { RawVisitor } from "#server/collab/fixture-frames.ts";
import { createFolder, type RunningFixture, startFixture } from "#server/collab/run-fixture.ts";

let fixture: RunningFixture;

beforeAll(async () => {
  fixture = await startFixture(createFolder());
});
afterAll(() => fixture.end());

function buildUpdate(segmentId: string, text: string): Uint8Array {
  const doc = new Y.Doc();
  getFragment(doc, segmentId).push([new Y.XmlText(text)]);
  return Y.encodeStateAsUpdate(doc);
}

test("what is written into an article in the trash is not taken, from whoever has it open", async () => {
  const { id: document, segmentIds } = fixture.parts[0] ?? { id: "", segmentIds: [] };
  const [first = "", second = ""] = segmentIds;
  const place = { memberId: fixture.owner, articleId: fixture.articleId };
  const visitor = await new RawVisitor(fixture).opened();
  await visitor.join(fixture);
  visitor.sync(document, buildUpdate(first, "in time"));
  await visitor.until(() => visitor.acknowledged === 1);
  await fixture.command("trash", place);
  visitor.sync(document, buildUpdate(second, "too late"));
  expect(await visitor.join(fixture)).toBe("not-found");
  expect([visitor.acknowledged, visitor.closed.length]).toEqual([1, 1]);
  await fixture.command("restore", place);
  expect(await visitor.join(fixture)).toBe("granted");
  const texts = await Promise.all([first, second].map((segmentId) => fixture.command("read", { segmentId })));
  expect(texts).toMatchObject([{ content: [{ text: "in time" }] }, { content: [] }]);
  visitor.leave();
});
