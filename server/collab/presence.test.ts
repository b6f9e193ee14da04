import { afterAll, beforeAll, expect, test } from "vitest";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import type { PresenceState } from "#core/articles/collab-messages.ts";
import { RawVisitor } from "./fixture-frames.ts";
import { Visitor } from "./fixture-visitor.ts";
import { createFolder, type RunningFixture, startFixture } from "./run-fixture.ts";

let fixture: RunningFixture;

beforeAll(async () => {
  fixture = await startFixture(createFolder(), { limits: { presence: { perSecond: 1, burst: 50 } } });
});
afterAll(() => fixture.end());

/** What a visitor sees of the others, by client. */
function listOthers({ provider, doc }: Visitor): Map<number, PresenceState> {
  const states = new Map(provider.awareness?.getStates() as Map<number, PresenceState>);
  states.delete(doc.clientID);
  return states;
}

/** An awareness frame of any clients with any states. */
function buildFrame(entries: readonly (readonly [number, object])[], clock = 1000): Uint8Array {
  const awareness = new Awareness(new Y.Doc());
  for (const [client, state] of entries) {
    awareness.states.set(client, state);
    awareness.meta.set(client, { clock, lastUpdated: 0 });
  }
  const update = encodeAwarenessUpdate(
    awareness,
    entries.map(([client]) => client),
  );
  awareness.destroy();
  return update;
}

test("a person is who the server knows, and where they say", async () => {
  const segmentId = fixture.parts[0]?.segmentIds[1] ?? null;
  const writer = await new Visitor(fixture).ready();
  const reader = await new Visitor(fixture, { memberId: fixture.viewer }).ready();
  writer.provider.setAwarenessField("user", { memberId: fixture.owner, name: "owner", color: "red" });
  writer.provider.setAwarenessField("segmentId", segmentId);
  await reader.until(() => listOthers(reader).get(writer.doc.clientID)?.segmentId === segmentId);
  expect(listOthers(reader).get(writer.doc.clientID)).toEqual({
    user: { memberId: fixture.translator, name: "translator", color: "li" },
    window: 1,
    articleId: fixture.articleId,
    segmentId,
    cursor: null,
  });
  writer.leave();
  await reader.until(() => listOthers(reader).size === 0);
  reader.leave();
});

test("nobody speaks for another's client, nor for many, nor at length", async () => {
  const document = fixture.parts[0]?.id ?? "";
  const victim = await new Visitor(fixture, { memberId: fixture.owner }).ready();
  const witness = await new Visitor(fixture, { memberId: fixture.owner }).ready();
  victim.provider.setAwarenessField("segmentId", fixture.parts[0]?.segmentIds[0]);
  await witness.until(() => listOthers(witness).size === 1);

  const spoofer = await new RawVisitor(fixture).opened();
  await spoofer.join(fixture, { memberId: fixture.viewer });
  spoofer.awareness(document, buildFrame([[victim.doc.clientID, { segmentId: null }]]));
  spoofer.awareness(document, buildFrame([[77, { cursor: "字".repeat(2000) }]]));
  spoofer.awareness(document, buildFrame([[78, { cursor: "second client of this seat" }]]));
  spoofer.awareness(document, buildFrame([[77, { cursor: "short" }]]));
  await witness.until(() => listOthers(witness).has(77));
  expect([...listOthers(witness).keys()].sort()).toEqual([77, victim.doc.clientID].sort());
  expect(listOthers(witness).get(victim.doc.clientID)).toMatchObject({
    user: { memberId: fixture.owner },
    segmentId: fixture.parts[0]?.segmentIds[0],
  });

  const many = Array.from({ length: 20_000 }, (_, index) => [1000 + index, { cursor: 1 }] as const);
  spoofer.awareness(document, buildFrame(many));
  await spoofer.until(() => spoofer.closed.length > 0);
  await witness.until(() => listOthers(witness).size === 1);
  for (const each of [victim, witness, spoofer]) each.leave();
});

test("more presence than anybody can move by is not heard, and nobody is sent away for it", async () => {
  const document = fixture.parts[0]?.id ?? "";
  const witness = await new Visitor(fixture, { memberId: fixture.viewer }).ready();
  const restless = await new RawVisitor(fixture).opened();
  await restless.join(fixture);
  for (let cursor = 0; cursor < 200; cursor += 1) {
    restless.awareness(document, buildFrame([[91, { cursor }]], 1000 + cursor));
  }
  restless.ask(document);
  await restless.until(() => restless.answers > 0);
  // Who moves later is seen later.
  const other = await new Visitor(fixture, { memberId: fixture.owner }).ready();
  other.provider.setAwarenessField("segmentId", fixture.parts[0]?.segmentIds[0]);
  await witness.until(() => listOthers(witness).has(other.doc.clientID));
  expect(listOthers(witness).get(91)?.cursor).toBeLessThan(100);
  expect([restless.closed, restless.closeCode]).toEqual([[], null]);
  for (const each of [witness, restless, other]) each.leave();
});

test("a person who comes back before the old connection has ended keeps their place", async () => {
  const document = fixture.parts[0]?.id ?? "";
  const witness = await new Visitor(fixture, { memberId: fixture.viewer }).ready();
  const [old, fresh] = [await new RawVisitor(fixture).opened(), await new RawVisitor(fixture).opened()];
  await old.join(fixture);
  old.awareness(document, buildFrame([[42, { cursor: 1 }]]));
  await witness.until(() => listOthers(witness).has(42));
  await fresh.join(fixture);
  const later = new Awareness(new Y.Doc());
  applyAwarenessUpdate(later, buildFrame([[42, { cursor: 2 }]]), null);
  later.meta.set(42, { clock: 1001, lastUpdated: 0 });
  fresh.awareness(document, encodeAwarenessUpdate(later, [42]));
  later.destroy();
  await witness.until(() => listOthers(witness).get(42)?.cursor === 2);
  old.leave();
  await expect.poll(() => fixture.command<number>("count-sockets")).toBe(2);
  expect(listOthers(witness).get(42)?.window).toBe(2);
  fresh.leave();
  witness.leave();
});

test("the library hears who is in which article; each window has its number", async () => {
  const options = { document: fixture.projectId, articleId: null };
  const windows = [await new Visitor(fixture, options).ready(), await new Visitor(fixture, options).ready()];
  for (const each of windows) each.provider.setAwarenessField("articleId", fixture.articleId);
  const [first, second] = windows;
  await first?.until(() => listOthers(first).size === 1);
  await second?.until(() => listOthers(second).size === 1);
  const numbers = windows.map((each) => [...listOthers(each).values()][0]?.window);
  expect(numbers.sort()).toEqual([1, 2]);
  const presence = {
    memberId: fixture.translator,
    name: "translator",
    color: "li",
    articleId: fixture.articleId,
    segmentId: null,
  };
  expect(await fixture.command("presence", { projectId: fixture.projectId })).toEqual([presence, presence]);
  for (const each of windows) each.leave();
});
