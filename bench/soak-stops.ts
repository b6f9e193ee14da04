/** SIGTERM in the middle of typing: exit codes, time to exit, and acknowledged edits that are gone. */
import { runRound } from "#server/collab/kill-rounds.ts";
import { createFolder } from "#server/collab/run-fixture.ts";
import { getQuantile, readSoakOptions } from "./soak-options.ts";

const { stops } = readSoakOptions();
const folder = createFolder();
const times: number[] = [];
let acknowledged = 0;
let lost = 0;
let bad = 0;
for (let stop = 0; stop < stops; stop += 1) {
  const round = await runRound(folder, 50, "SIGTERM");
  acknowledged += round.acknowledged;
  lost += round.lost;
  times.push(round.exitTime);
  if (round.exitCode !== 0) bad += 1;
}
const [p50, max] = [getQuantile(times, 0.5), Math.max(...times)].map(Math.round);
process.stdout.write(
  `\n| stops (SIGTERM while typing) | acknowledged edits | lost | exits other than 0 | exit p50 / max |\n| --- | --- | --- | --- | --- |\n`,
);
process.stdout.write(`| ${stops} | ${acknowledged} | ${lost} | ${bad} | ${p50} / ${max} ms |\n`);
process.exit(lost === 0 && bad === 0 ? 0 : 1);
