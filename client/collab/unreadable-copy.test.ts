/** A browser whose storage does not answer: what the server has on disk is saved all the same. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createFolder, type RunningFixture, startFixture } from "#server/collab/run-fixture.ts";
import { OpenPart } from "./fixture-session.ts";
import { noCopy, openLocalCopy } from "./local-copy.ts";

vi.mock("./local-copy.ts", async (load) => ({ ...(await load<object>()), openLocalCopy: vi.fn() }));

let fixture: RunningFixture;

beforeAll(async () => {
  fixture = await startFixture(createFolder());
});
afterAll(() => fixture.end());

test("what the server has counts as saved, though the copy is never read", async () => {
  vi.mocked(openLocalCopy).mockReturnValue({ ...noCopy, ready: new Promise<boolean>(() => {}) });
  const page = new OpenPart(fixture);
  void page.part.keepCopy();
  page.type("words");
  await page.until(() => page.part.getStatus().pending === 0);
  expect(page.state).toBe("saving");
  await page.until(() => page.state === "saved");
  await page.leave();
});
