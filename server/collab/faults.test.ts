import { describe, expect, test } from "vitest";
import { RawVisitor } from "./fixture-frames.ts";
import { Visitor } from "./fixture-visitor.ts";
import { createFolder, startFixture } from "./run-fixture.ts";

/** These may say no: the browser is not let in, or its update is not acknowledged, until the fault is mended. */
const refusing = [
  "onAuthenticate",
  "onLoadDocument",
  "beforeHandleMessage",
  "beforeSync",
  "beforeHandleAwareness",
];
/** Hocuspocus does not await these, or not for an answer; unguarded, most of them would end the process. */
const silent = [
  "onConnect",
  "connected",
  "onCreateDocument",
  "afterLoadDocument",
  "afterHandleMessage",
  "onChange",
  "onStoreDocument",
  "afterStoreDocument",
  "onAwarenessUpdate",
  "onDisconnect",
  "onStateless",
  "afterUnloadDocument",
  "beforeBroadcastStateless",
];

const limits = { storeDelay: 10, storeMaxDelay: 20, hookTime: 50 };

describe.each(["throw", "hang"] as const)("the server lives and edits are kept when hooks %s:", (kind) => {
  test.each(silent)("%s", async (hook) => {
    const fixture = await startFixture(createFolder(), { fault: { hook, kind }, limits });
    const segmentId = fixture.parts[0]?.segmentIds[0] ?? "";
    const visitor = await new Visitor(fixture).ready();
    visitor.provider.setAwarenessField("segmentId", segmentId);
    visitor.provider.sendStateless("hello");
    visitor.type(segmentId, "kept");
    await visitor.saved();
    visitor.leave();
    await expect.poll(() => fixture.command("open-parts"), { timeout: 10_000 }).toEqual([]);
    expect(await fixture.command("read", { segmentId })).toMatchObject({ content: [{ text: "kept" }] });
    expect(fixture.errors.join("")).toContain(hook === "beforeBroadcastStateless" ? "" : hook);
    expect(await fixture.end()).toBe(0);
  });

  test.each(refusing)("%s, which refuses", async (hook) => {
    const fixture = await startFixture(createFolder(), { fault: { hook, kind }, limits });
    const segmentId = fixture.parts[0]?.segmentIds[0] ?? "";
    const probe = await new RawVisitor(fixture).opened();
    const answer = await probe.join(fixture);
    if (answer === "granted") {
      probe.sync(fixture.parts[0]?.id ?? "", new Uint8Array([0, 0]));
      if (hook === "beforeHandleAwareness")
        probe.awareness(fixture.parts[0]?.id ?? "", new Uint8Array([1, 7, 1, 2, 123, 125]));
      await probe.until(() => probe.closed.length > 0);
    } else expect(answer).toBe("permission-denied");
    probe.leave();
    await fixture.command("mend");
    const visitor = await new Visitor(fixture).ready();
    visitor.type(segmentId, "kept");
    await visitor.saved();
    visitor.leave();
    expect(await fixture.end()).toBe(0);
  });
});
