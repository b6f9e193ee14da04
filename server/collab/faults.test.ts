import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { RawVisitor } from "./fixture-frames.ts";
import { Visitor } from "./fixture-visitor.ts";
import { createFolder, type RunningFixture, startFixture } from "./run-fixture.ts";

/** These may say no: the browser is not let in, or its update is not acknowledged, until the fault is mended. */
const refusing = [
  "onAuthenticate",
  "onLoadDocument",
  "beforeHandleMessage",
  "beforeSync",
  "beforeHandleAwareness",
];
/** Hocuspocus does not await these, or not for an answer; unguarded, most of them end the process. */
const silent = [
  "onConnect",
  "connected",
  "afterLoadDocument",
  "afterHandleMessage",
  "onChange",
  "onStoreDocument",
  "afterStoreDocument",
  "onAwarenessUpdate",
  "onDisconnect",
  "onStateless",
  "afterUnloadDocument",
];

let fixture: RunningFixture;
let document: string;
let segmentId: string;
let expected = "";

// One process lives through them all.
beforeAll(async () => {
  const limits = { storeDelay: 10, storeMaxDelay: 20, hookTime: 500 };
  fixture = await startFixture(createFolder(), { limits });
  document = fixture.parts[0]?.id ?? "";
  segmentId = fixture.parts[0]?.segmentIds[0] ?? "";
});
afterAll(async () => {
  expect(await fixture.end()).toBe(0);
});
beforeEach(() => {
  fixture.errors.length = 0;
});

/** Types a word that must be there at the end, and leaves when it is acknowledged. */
async function visit(word: string): Promise<void> {
  const visitor = await new Visitor(fixture).ready();
  visitor.provider.setAwarenessField("segmentId", segmentId);
  visitor.provider.sendStateless("hello");
  visitor.type(segmentId, word);
  await visitor.saved();
  visitor.leave();
  await expect.poll(() => fixture.command("open-parts")).toEqual([]);
  expected += word;
}

async function checkText(): Promise<void> {
  expect(await fixture.command("read", { segmentId })).toMatchObject({ content: [{ text: expected }] });
}

describe.each(["throw", "hang"] as const)("the server lives and edits are kept when hooks %s:", (kind) => {
  test.each(silent)("%s", async (hook) => {
    await fixture.command("fault", { hook, kind });
    await visit(`<${hook} ${kind}>`);
    await checkText();
    // The last hooks run after the part is closed, and a hang is told when its time is up.
    await expect.poll(() => fixture.errors.join("")).toContain(`"hook":"${hook}"`);
  });

  test.each(refusing)("%s, which refuses", async (hook) => {
    await fixture.command("fault", { hook, kind });
    const probe = await new RawVisitor(fixture).opened();
    const answer = await probe.join(fixture);
    if (hook === "onLoadDocument") {
      // Hocuspocus lets in first and loads then.
      await probe.until(() => probe.admissions.length === 2);
      expect(probe.admissions).toEqual(["granted", "permission-denied"]);
    } else if (answer === "granted") {
      // An update without content, and the presence {} of client 7.
      if (hook === "beforeHandleAwareness") probe.awareness(document, new Uint8Array([1, 7, 1, 2, 123, 125]));
      else probe.sync(document, new Uint8Array([0, 0]));
      await probe.until(() => probe.closed.length > 0);
      expect(probe.acknowledged).toBe(0);
    } else expect(answer).toBe("permission-denied");
    probe.leave();
    await fixture.command("fault", { hook: null, kind });
    await visit(`<${hook} ${kind}>`);
    await checkText();
  });
});
