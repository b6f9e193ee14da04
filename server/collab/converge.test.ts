import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { getFragment } from "#core/articles/part-text.ts";
import { Visitor } from "./fixture-visitor.ts";
import { createFolder, type RunningFixture, startFixture } from "./run-fixture.ts";

const edits = 1000;
let fixture: RunningFixture;

beforeAll(async () => {
  fixture = await startFixture(createFolder());
});
afterAll(() => fixture.end());

function draw(limit: number): number {
  return Math.floor(Math.random() * limit);
}

/** One random edit in the segment: an insertion or a deletion, somewhere. */
function edit({ doc }: Visitor, segmentId: string): void {
  const fragment = getFragment(doc, segmentId);
  doc.transact(() => {
    if (fragment.length === 0) fragment.insert(0, [new Y.XmlText()]);
    const text = fragment.get(draw(fragment.length));
    if (!(text instanceof Y.XmlText)) return;
    if (draw(3) > 0 || text.length === 0) text.insert(draw(text.length + 1), "桥a ".charAt(draw(3)));
    else text.delete(draw(text.length), 1);
  });
}

async function editAndCut(visitor: Visitor, segmentId: string): Promise<void> {
  for (let count = 0; count < edits; count += 1) {
    edit(visitor, segmentId);
    // The network fails: no close frame, no farewell.
    if (draw(100) === 0) (visitor.socket.webSocket as unknown as { terminate(): void } | null)?.terminate();
    if (count % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
}

test(`two people type ${edits} random edits each into one segment while their sockets are cut, and end with one text`, async () => {
  const segmentId = fixture.parts[0]?.segmentIds[0] ?? "";
  const [one, two] = [
    await new Visitor(fixture).ready(),
    await new Visitor(fixture, { memberId: fixture.owner }).ready(),
  ];
  await Promise.all([editAndCut(one, segmentId), editAndCut(two, segmentId)]);
  const isSame = () =>
    Buffer.compare(Y.encodeStateVector(one.doc), Y.encodeStateVector(two.doc)) === 0 &&
    one.read(segmentId) === two.read(segmentId);
  await Promise.race([one.until(isSame), two.until(isSame)]);
  const { content } = await fixture.command<{ content: { text: string }[] }>("read", { segmentId });
  expect(content.map(({ text }) => text).join("")).toBe(one.read(segmentId));
  expect(one.read(segmentId).length).toBeGreaterThan(100);
  for (const each of [one, two]) each.leave();
});
