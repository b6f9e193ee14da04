/**
 * A disk that fills up: a small file system of its own where we may mount one (root), else SQLite's own page limit.
 * Writes until the server refuses, kills it, gives space, starts again, and counts what is gone.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { Visitor } from "#server/collab/fixture-visitor.ts";
import { createFolder, startFixture } from "#server/collab/run-fixture.ts";

const folder = path.join(createFolder(), "data");
mkdirSync(folder);
const isMounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=6m", "tmpfs", folder]).status === 0;
try {
  const options = { parts: 1, limits: { storeDelay: 300, storeMaxDelay: 600 } };
  const first = await startFixture(folder, options);
  if (!isMounted) await first.command("limit-pages", { more: 1500 });
  const segmentIds = first.parts[0]?.segmentIds ?? [];
  const writer = await new Visitor(first).ready();
  const isTold = () =>
    writer.messages.some((each) => each.type === "refused" && each.reason === "storage-full");
  const words: string[] = [];
  const base = writer.acknowledged;
  let acknowledged = 0;
  while (!isTold()) {
    const word = `<${words.length}.${"x".repeat(20_000)}>`;
    words.push(word);
    writer.type(segmentIds[words.length % segmentIds.length] ?? "", word);
    await writer.until(() => writer.provider.unsyncedChanges === 0 || isTold());
    if (!isTold()) acknowledged = writer.acknowledged - base;
  }
  const isAlive = (await first.command<number>("memory")) > 0;
  await first.end("SIGKILL");
  writer.leave();
  if (isMounted) spawnSync("mount", ["-o", "remount,size=60m", folder]);
  const second = await startFixture(folder, options);
  const reader = await new Visitor(second, { memberId: second.viewer }).ready();
  const text = segmentIds.map((id) => reader.read(id)).join("");
  const lost = words.slice(0, acknowledged).filter((word) => !text.includes(word)).length;
  reader.leave();
  await second.end();
  const kind = isMounted ? "6 MB tmpfs" : "page limit";
  process.stdout.write(
    `\n| full disk (${kind}, 20 kB edits) | acknowledged edits | lost | server alive | page told |\n| --- | --- | --- | --- | --- |\n`,
  );
  process.stdout.write(`| 1 | ${acknowledged} | ${lost} | ${isAlive ? "yes" : "no"} | yes |\n`);
  process.exitCode = lost === 0 ? 0 : 1;
} finally {
  if (isMounted) spawnSync("umount", [folder]);
}
process.exit();
