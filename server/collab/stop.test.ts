import { expect, test } from "vitest";
import { Visitor } from "./fixture-visitor.ts";
import { runRounds } from "./kill-rounds.ts";
import { createFolder, startFixture } from "./run-fixture.ts";

test("SIGTERM while typing: the process ends well and no acknowledged edit is lost", async () => {
  let stops = 0;
  for await (const round of runRounds("SIGTERM", () => 60)) {
    expect(round).toMatchObject({ lost: 0, exitCode: 0 });
    stops += 1;
    if (stops === 5) break;
  }
});

test("after SIGTERM everything is in the snapshot and in the targets, not only in the log", async () => {
  const folder = createFolder();
  const first = await startFixture(folder);
  const segmentId = first.parts[0]?.segmentIds[0] ?? "";
  const writer = await new Visitor(first).ready();
  writer.type(segmentId, "stored at the end");
  await writer.saved();
  expect(await first.end()).toBe(0);
  writer.leave();
  const second = await startFixture(folder);
  const sql =
    "SELECT (SELECT max(upto) FROM part_snapshots) AS upto, (SELECT max(id) FROM part_updates) AS last";
  expect(await second.command("query", { sql })).toEqual([{ upto: 1, last: 1 }]);
  const text = `SELECT target_text AS text FROM segments WHERE id = '${segmentId}'`;
  expect(await second.command("query", { sql: text })).toEqual([{ text: "stored at the end" }]);
  await second.end();
});

test("after a kill the next start brings the targets up to date by itself", async () => {
  const folder = createFolder();
  const first = await startFixture(folder);
  const segmentId = first.parts[0]?.segmentIds[0] ?? "";
  const writer = await new Visitor(first).ready();
  writer.type(segmentId, "only in the log");
  await writer.saved();
  await first.end("SIGKILL");
  writer.leave();
  const second = await startFixture(folder);
  const sql = `SELECT target_text AS text FROM segments WHERE id = '${segmentId}'`;
  await expect.poll(() => second.command("query", { sql })).toEqual([{ text: "only in the log" }]);
  await second.end();
});
