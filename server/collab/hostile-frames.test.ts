import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { RawVisitor } from "./fixture-frames.ts";
import { getCredentials, Visitor } from "./fixture-visitor.ts";
import { createFolder, type RunningFixture, startFixture } from "./run-fixture.ts";

let fixture: RunningFixture;
let document: string;

beforeAll(async () => {
  fixture = await startFixture(createFolder(), {
    limits: {
      updates: { perSecond: 200, burst: 1_000_000 },
      bufferedBytes: 200_000,
      slowGrace: 200,
      sweepPeriod: 50,
    },
  });
  document = fixture.parts[0]?.id ?? "";
});
afterAll(async () => {
  expect(await fixture.end()).toBe(0);
});

/** Numbers that look random and are the same in every run. */
function* drawNumbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state;
  }
}

async function checkAlive(): Promise<void> {
  const segmentId = fixture.parts[1]?.segmentIds[0] ?? "";
  const visitor = await new Visitor(fixture, { document: fixture.parts[1]?.id }).ready();
  visitor.type(segmentId, ".");
  await visitor.saved();
  visitor.leave();
}

test("4,000 mutated frames, before and after admission", async () => {
  const credentials = await getCredentials(fixture);
  const numbers = drawNumbers(7);
  const draw = (limit: number) => numbers.next().value % limit;
  let visitor = await new RawVisitor(fixture).opened();
  for (let round = 0; round < 4000; round += 1) {
    if (visitor.socket.readyState !== visitor.socket.OPEN) {
      visitor.leave();
      visitor = await new RawVisitor(fixture).opened();
    }
    if (draw(40) === 0) visitor.auth(document, credentials);
    const name = Buffer.from(draw(5) === 0 ? "x" : document);
    const frame = Buffer.from([
      name.length,
      ...name,
      draw(10),
      draw(3),
      ...Array.from({ length: draw(60) }, () => draw(256)),
    ]);
    visitor.socket.send(frame);
    if (round % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  visitor.leave();
  await checkAlive();
});

test("1,500 mutated updates", async () => {
  const source = new Y.Doc();
  source
    .getXmlFragment(`s:${fixture.parts[0]?.segmentIds[0]}`)
    .push([new Y.XmlText("bridge"), new Y.XmlElement("hardBreak")]);
  const good = Y.encodeStateAsUpdate(source);
  const numbers = drawNumbers(11);
  let visitor = await new RawVisitor(fixture).opened();
  await visitor.join(fixture);
  let refused = 0;
  for (let round = 0; round < 1500; round += 1) {
    const update = Uint8Array.from(good);
    for (let change = 0; change < 3; change += 1) {
      update[(numbers.next().value >>> 8) % update.length] = (numbers.next().value >>> 8) % 256;
    }
    const before = visitor.acknowledged;
    visitor.sync(document, update);
    await visitor.until(
      () => visitor.acknowledged > before || visitor.closed.length > 0 || visitor.closeCode !== null,
    );
    if (visitor.acknowledged > before) continue;
    refused += 1;
    visitor.leave();
    visitor = await new RawVisitor(fixture).opened();
    await visitor.join(fixture);
  }
  expect(refused).toBeGreaterThan(100);
  visitor.leave();
  await checkAlive();
});

/** Fills the second part, so that each answer to a question is large. */
async function fillPart(): Promise<string> {
  const writer = await new Visitor(fixture, { document: fixture.parts[1]?.id }).ready();
  writer.doc.getText("filling").insert(0, "x".repeat(100_000));
  await writer.saved();
  writer.leave();
  return fixture.parts[1]?.id ?? "";
}

test("a viewer who asks without end is answered so often and no more", async () => {
  const filled = await fillPart();
  const viewer = await new RawVisitor(fixture).opened();
  await viewer.join(fixture, { memberId: fixture.viewer, document: filled });
  for (let count = 0; count < 2000; count += 1) viewer.ask(filled);
  await viewer.until(() => viewer.closed.length > 0);
  expect(viewer.closed).toEqual(["too-fast"]);
  expect(viewer.messages).toMatchObject([{ type: "refused", reason: "too-fast" }]);
  expect(viewer.answers).toBeGreaterThan(100);
  expect(viewer.answers).toBeLessThan(200);
  viewer.leave();
  await checkAlive();
});

test("a viewer who asks and does not read is answered once more at the most, and cut", async () => {
  const filled = await fillPart();
  const viewer = await new RawVisitor(fixture).opened();
  await viewer.join(fixture, { memberId: fixture.viewer, document: filled });
  const before = await fixture.command<number>("count-sockets");
  const told = fixture.errors.length;
  viewer.socket.pause();
  for (let count = 0; count < 100; count += 1) viewer.ask(filled);
  let most = 0;
  while ((await fixture.command<number>("count-sockets")) === before) {
    most = Math.max(most, await fixture.command<number>("count-buffered"));
  }
  expect(most).toBeLessThan(500_000);
  expect(fixture.errors.slice(told).join("")).not.toContain("an update was not taken");
  viewer.leave();
  await checkAlive();
});

test("a frame over the limit closes the socket", async () => {
  const visitor = await new RawVisitor(fixture).opened();
  await visitor.join(fixture);
  visitor.socket.send(Buffer.alloc(2 * 1024 * 1024));
  await visitor.until(() => visitor.closeCode !== null);
  expect(visitor.closeCode).toBe(1009);
});

test("text frames are not of this protocol", async () => {
  const visitor = await new RawVisitor(fixture).opened();
  visitor.socket.send("hello");
  await visitor.until(() => visitor.closeCode !== null);
  expect(visitor.closeCode).toBe(1003);
});

test("a reader who does not read is cut, and the others go on", async () => {
  const slow = await new RawVisitor(fixture).opened();
  await slow.join(fixture, { memberId: fixture.viewer, document: fixture.parts[1]?.id });
  slow.socket.pause();
  const writer = await new Visitor(fixture, { document: fixture.parts[1]?.id }).ready();
  let sockets = await fixture.command<number>("count-sockets");
  const before = sockets;
  while (sockets === before) {
    const text = writer.doc.getText("ballast");
    text.insert(0, "x".repeat(100_000));
    await writer.saved();
    text.delete(0, text.length);
    await writer.saved();
    sockets = await fixture.command("count-sockets");
  }
  expect(sockets).toBe(before - 1);
  expect(fixture.errors.join("")).toContain("a slow reader is cut");
  slow.leave();
  writer.leave();
  await checkAlive();
});
