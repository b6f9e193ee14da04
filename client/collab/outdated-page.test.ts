/** A page that was loaded before the server got another version of the text schema. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createFolder, type RunningFixture, startFixture } from "#server/collab/run-fixture.ts";
import { OpenPart } from "./fixture-session.ts";

vi.mock("#core/articles/inline.ts", async (load) => ({ ...(await load<object>()), textSchemaVersion: 1 }));

let fixture: RunningFixture;

beforeAll(async () => {
  fixture = await startFixture(createFolder());
});
afterAll(() => fixture.end());

test("reads, sees what others write, writes nothing, and says why", async () => {
  const page = new OpenPart(fixture);
  await page.until(() => page.state === "read-only");
  expect(page.part.getStatus().reason).toBe("outdated");
  const segmentId = fixture.parts[0]?.segmentIds[0];
  await fixture.command("edit", { segmentId, text: "by the server" });
  await page.until(() => page.read() === "by the server");
  expect(page.state).toBe("read-only");
  page.type(" and by an old page");
  await page.until(() => page.refusals.length > 0);
  expect(page.refusals).toEqual(["read-only"]);
  expect(await fixture.command("read", { segmentId })).toMatchObject({
    content: [{ text: "by the server" }],
  });
  await page.leave();
});
