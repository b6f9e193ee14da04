import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { UpdateRefusal } from "#core/articles/collab-messages.ts";
import { getFragment } from "#core/articles/part-text.ts";
import { RawVisitor } from "./fixture-frames.ts";
import { Visitor } from "./fixture-visitor.ts";
import { createFolder, type RunningFixture, startFixture } from "./run-fixture.ts";

/** The types of sync messages that carry an update. */
const [answer, update] = [1, 2];

let fixture: RunningFixture;
const limits = {
  updateBytes: 20_000,
  partBytes: 60_000,
  pendingBytes: 30_000,
  updates: { perSecond: 1, burst: 50 },
};

beforeAll(async () => {
  fixture = await startFixture(createFolder(), { limits, parts: 7 });
});
afterAll(() => fixture.end());

/** Sends updates to a part of their own until the server refuses one; says how many it acknowledged before. */
async function sendUntilRefused(partIndex: number, updates: Iterable<Uint8Array>) {
  const document = fixture.parts[partIndex]?.id ?? "";
  const visitor = await new RawVisitor(fixture).opened();
  expect(await visitor.join(fixture, { document })).toBe("granted");
  for (const update of updates) {
    const before = visitor.acknowledged;
    visitor.sync(document, update);
    await visitor.until(() => visitor.acknowledged > before || visitor.closed.length > 0);
    if (visitor.closed.length > 0) break;
  }
  const { acknowledged, messages, closed } = visitor;
  visitor.leave();
  return { acknowledged, messages, closed };
}

function refused(reason: UpdateRefusal, limit: number | null) {
  return { messages: [{ type: "refused", reason, limit }], closed: [reason] };
}

function* typing(segmentId: string, text: string): Generator<Uint8Array> {
  const doc = new Y.Doc();
  const fragment = getFragment(doc, segmentId);
  for (;;) {
    const before = Y.encodeStateVector(doc);
    fragment.push([new Y.XmlText(text)]);
    yield Y.encodeStateAsUpdate(doc, before);
  }
}

describe("an update is refused un-acknowledged, and the browser is told, when", () => {
  test("it is too large", async () => {
    const result = await sendUntilRefused(
      0,
      typing(fixture.parts[0]?.segmentIds[0] ?? "", "x".repeat(30_000)),
    );
    expect(result).toEqual({ acknowledged: 0, ...refused("too-large", limits.updateBytes) });
  });

  test("it is malformed", async () => {
    const result = await sendUntilRefused(1, [new Uint8Array([1, 2, 3, 250, 17])]);
    expect(result).toEqual({ acknowledged: 0, ...refused("malformed", null) });
  });

  test("it nests elements in one another", async () => {
    const doc = new Y.Doc();
    const innermost = Array.from({ length: 10 }).reduce<Y.XmlElement | Y.XmlFragment>(
      (parent) => {
        const child = new Y.XmlElement("span");
        parent.insert(0, [child]);
        return child;
      },
      getFragment(doc, fixture.parts[1]?.segmentIds[0] ?? ""),
    );
    innermost.insert(0, [new Y.XmlText("deep")]);
    const result = await sendUntilRefused(1, [Y.encodeStateAsUpdate(doc)]);
    expect(result).toEqual({ acknowledged: 0, ...refused("malformed", null) });
  });

  test("the part is full", async () => {
    const result = await sendUntilRefused(
      2,
      typing(fixture.parts[2]?.segmentIds[0] ?? "", "x".repeat(15_000)),
    );
    expect(result).toEqual({ acknowledged: 3, ...refused("quota", limits.partBytes) });
  });

  test("roots that are no segment fill the part as well", async () => {
    const result = await sendUntilRefused(3, typing("a-root-of-nobody", "x".repeat(15_000)));
    expect(result).toEqual({ acknowledged: 3, ...refused("quota", limits.partBytes) });
  });

  test("too much waits for what never comes", async () => {
    const [, ...orphans] = take(typing(fixture.parts[4]?.segmentIds[0] ?? "", "x".repeat(14_000)), 5);
    const result = await sendUntilRefused(4, orphans);
    expect(result).toEqual({ acknowledged: 2, ...refused("pending", limits.pendingBytes) });
    // What waits for nothing is taken all the same, of whomever: nobody can close a part to the others.
    const [whole = new Uint8Array()] = typing(fixture.parts[4]?.segmentIds[1] ?? "", "y".repeat(14_000));
    expect(await sendUntilRefused(4, [whole])).toEqual({ acknowledged: 1, messages: [], closed: [] });
  });

  test("not when it is only told again: every browser that opens a part has what waits there", async () => {
    const document = fixture.parts[4]?.id ?? "";
    const visitor = await new Visitor(fixture, { document }).ready();
    (visitor.socket.webSocket as unknown as { terminate(): void }).terminate();
    await visitor.until(() => !visitor.provider.isSynced);
    const isReady = () => visitor.provider.isSynced && visitor.provider.unsyncedChanges === 0;
    await visitor.until(() => visitor.messages.length > 0 || isReady());
    const viewer = await new RawVisitor(fixture).opened();
    await viewer.join(fixture, { document, memberId: fixture.viewer });
    viewer.sync(document, Y.encodeStateAsUpdate(visitor.doc), 1);
    await viewer.until(() => viewer.declined === 1);
    expect([visitor.messages, viewer.messages]).toEqual([[], []]);
    visitor.leave();
    viewer.leave();
  });

  test("they come too fast", async () => {
    const result = await sendUntilRefused(5, typing(fixture.parts[5]?.segmentIds[0] ?? "", "x"));
    expect(result).toMatchObject(refused("too-fast", limits.updates.perSecond));
    expect(result.acknowledged).toBeGreaterThanOrEqual(limits.updates.burst);
  });

  test("the member may only read: told, and nothing is written", async () => {
    const segmentId = fixture.parts[6]?.segmentIds[0] ?? "";
    const document = fixture.parts[6]?.id ?? "";
    const visitor = await new RawVisitor(fixture).opened();
    await visitor.join(fixture, { document, memberId: fixture.viewer });
    const [update = new Uint8Array()] = take(typing(segmentId, "no"), 1);
    visitor.sync(document, update, 1);
    visitor.sync(document, update, 2);
    await visitor.until(() => visitor.declined === 2);
    expect(visitor.messages).toEqual([
      refused("read-only", null).messages[0],
      refused("read-only", null).messages[0],
    ]);
    expect(visitor.acknowledged).toBe(0);
    expect(await fixture.command("read", { segmentId })).toMatchObject({ content: [] });
    visitor.leave();
  });
});

test("nothing that a browser did wrong is printed", async () => {
  expect(fixture.errors.join("")).not.toMatch(/closing connection|beforeSync|onAuthenticate/);
  const visitor = await new RawVisitor(fixture).opened();
  expect(await visitor.join(fixture, { token: "of nobody" })).toBe("expired");
  expect(fixture.errors.join("")).toBe("");
  visitor.leave();
});

test("what was on its way when the server closed a part is not heard when the part is opened anew", async () => {
  const { id: document, segmentIds } = fixture.parts[1] ?? { id: "", segmentIds: [] };
  const [stray = new Uint8Array()] = typing(segmentIds[0] ?? "", "of the connection before");
  const visitor = await new RawVisitor(fixture).opened();
  await visitor.join(fixture, { document });
  visitor.sync(document, new Uint8Array([1, 2, 3, 250, 17]));
  await visitor.until(() => visitor.closed.length > 0);
  visitor.sync(document, stray);
  visitor.close(document);
  expect(await visitor.join(fixture, { document })).toBe("granted");
  const [next = new Uint8Array()] = typing(segmentIds[1] ?? "", "of this one");
  visitor.sync(document, next);
  await visitor.until(() => visitor.acknowledged > 0);
  expect(visitor.closed).toEqual(["malformed"]);
  const texts = await Promise.all(segmentIds.map((segmentId) => fixture.command("read", { segmentId })));
  expect(texts).toMatchObject([{ content: [] }, { content: [{ text: "of this one" }] }, { content: [] }]);
  visitor.leave();
});

test("updates that lack their dependency are kept on disk until that comes, in whatever order", async () => {
  const folder = createFolder();
  const first = await startFixture(folder);
  const segmentId = first.parts[0]?.segmentIds[0] ?? "";
  const document = first.parts[0]?.id ?? "";
  const updates = take(typing(segmentId, "stone "), 5);
  const send = async (visitor: RawVisitor, index: number, type: number) => {
    const before = visitor.acknowledged;
    visitor.sync(document, updates[index] ?? new Uint8Array(), type);
    await visitor.until(() => visitor.acknowledged > before);
  };
  const visitor = await new RawVisitor(first).opened();
  await visitor.join(first);
  await send(visitor, 2, update);
  await send(visitor, 4, update);
  // An answer, in which a browser tells what is known mostly: this one lies in the gap between what waits.
  await send(visitor, 3, answer);
  await first.end("SIGKILL");
  const second = await startFixture(folder);
  const back = await new RawVisitor(second).opened();
  await back.join(second);
  await send(back, 1, update);
  await send(back, 0, update);
  expect(await second.command("read", { segmentId })).toMatchObject({
    content: Array.from(updates, () => ({ text: "stone " })),
  });
  visitor.leave();
  back.leave();
  await second.end();
});

test("what is not of the text schema is flagged, and shown as its plain text", async () => {
  const { id, segmentIds } = fixture.parts[6] ?? { id: "", segmentIds: [] };
  const segmentId = segmentIds[1] ?? "";
  const visitor = await new Visitor(fixture, { document: id }).ready();
  visitor.doc.transact(() => {
    const script = new Y.XmlElement("script");
    script.insert(0, [new Y.XmlText("alert(1)")]);
    getFragment(visitor.doc, segmentId).insert(0, [script]);
  });
  await visitor.saved();
  await fixture.command("flush", { articleId: fixture.articleId });
  const [row] = await fixture.command<object[]>("query", {
    sql: `SELECT target_text AS text, target_valid AS valid FROM segments WHERE id = '${segmentId}'`,
  });
  expect(row).toEqual({ text: "alert(1)", valid: 0 });
  visitor.leave();
});

function take<Item>(items: Iterable<Item>, count: number): Item[] {
  const taken: Item[] = [];
  for (const item of items) {
    taken.push(item);
    if (taken.length === count) break;
  }
  return taken;
}
