import { expect, test } from "vitest";
import { Visitor } from "./fixture-visitor.ts";
import { createFolder, startFixture } from "./run-fixture.ts";

test("a full disk: the page is told, nothing acknowledged is lost, and writing goes on once there is space", async () => {
  const folder = createFolder();
  const fixture = await startFixture(folder, {
    limits: { storeDelay: 50, storeMaxDelay: 100, storeRetry: 20 },
  });
  const segmentIds = fixture.parts[0]?.segmentIds ?? [];
  const writer = await new Visitor(fixture).ready();
  const isTold = () =>
    writer.messages.some((each) => each.type === "refused" && each.reason === "storage-full");
  await fixture.command("limit-pages", { more: 60 });

  const words: string[] = [];
  const base = writer.acknowledged;
  let acknowledged = 0;
  while (!isTold()) {
    const word = `<${words.length}.${"x".repeat(4000)}>`;
    words.push(word);
    writer.type(segmentIds[words.length % segmentIds.length] ?? "", word);
    await writer.until(() => writer.provider.unsyncedChanges === 0 || isTold());
    if (!isTold()) acknowledged = writer.acknowledged - base;
  }
  expect(acknowledged).toBeGreaterThan(3);
  expect(acknowledged).toBeLessThan(words.length);

  // The disk stays full: the process lives, says so, and loses nothing when it is killed now.
  expect(
    await fixture.command("edit", { segmentId: segmentIds[0], text: "no room ".repeat(2000) }).catch(String),
  ).toContain("storage-full");
  await fixture.end("SIGKILL");
  writer.leave();
  const second = await startFixture(folder, {
    limits: { storeDelay: 50, storeMaxDelay: 100, storeRetry: 20 },
  });
  const reader = await new Visitor(second, { memberId: second.viewer }).ready();
  const text = segmentIds.map((id) => reader.read(id)).join("");
  expect(words.slice(0, acknowledged).filter((word) => !text.includes(word))).toEqual([]);
  reader.leave();
  await second.end();
});

test("the same process takes the same browser's text once there is space again", async () => {
  const fixture = await startFixture(createFolder(), {
    limits: { storeDelay: 20, storeMaxDelay: 40, storeRetry: 20 },
  });
  const segmentId = fixture.parts[0]?.segmentIds[0] ?? "";
  const witness = await new Visitor(fixture, { memberId: fixture.owner }).ready();
  await fixture.command("limit-pages", { more: 4 });
  const writer = await new Visitor(fixture).ready();
  const isTold = () =>
    writer.messages.some((each) => each.type === "refused" && each.reason === "storage-full");
  while (!isTold()) {
    writer.type(segmentId, "y".repeat(6000));
    await writer.until(() => writer.provider.unsyncedChanges === 0 || isTold());
  }
  const wanted = writer.read(segmentId);
  expect(writer.provider.unsyncedChanges).toBeGreaterThan(0);
  await fixture.command("limit-pages", { more: null });
  // The server closed this document alone; the page asks for it again on the same socket.
  await writer.provider.onOpen(new Event("open"));
  await witness.until(() => witness.read(segmentId) === wanted);
  await writer.saved();
  await expect
    .poll(() =>
      fixture.command<object[]>("query", {
        sql: `SELECT target_text AS text FROM segments WHERE id = '${segmentId}'`,
      }),
    )
    .toEqual([{ text: wanted }]);
  writer.leave();
  witness.leave();
  await fixture.end();
});

test("a store that fails is said, also to who comes later, and tried again until it works", async () => {
  const fixture = await startFixture(createFolder(), {
    limits: { storeDelay: 20, storeMaxDelay: 40, storeRetry: 20 },
  });
  const segmentId = fixture.parts[0]?.segmentIds[0] ?? "";
  const writer = await new Visitor(fixture).ready();
  // The log still works: only the table of snapshots is out of reach.
  await fixture.command("execute", { sql: "ALTER TABLE part_snapshots RENAME TO hidden" });
  writer.type(segmentId, "kept in the log");
  await writer.saved();
  await writer.until(() => writer.messages.length === 1);
  expect(await fixture.command("health")).toBe(false);
  const late = await new Visitor(fixture, { memberId: fixture.viewer }).ready();
  expect(late.messages).toEqual([{ type: "storage-trouble", isTrouble: true }]);
  await fixture.command("execute", { sql: "ALTER TABLE hidden RENAME TO part_snapshots" });
  await writer.until(() => writer.messages.length === 2);
  expect(writer.messages).toEqual([
    { type: "storage-trouble", isTrouble: true },
    { type: "storage-trouble", isTrouble: false },
  ]);
  expect(await fixture.command("query", { sql: "SELECT count(*) AS rows FROM part_snapshots" })).toEqual([
    { rows: 1 },
  ]);
  expect(await fixture.command("health")).toBe(true);
  writer.leave();
  late.leave();
  await expect.poll(() => fixture.command("open-parts")).toEqual([]);
  await fixture.end();
});
