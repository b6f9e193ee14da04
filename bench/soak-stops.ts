/** SIGTERM in the middle of typing: exit codes, time to exit, and acknowledged edits that are gone. */
import { runRounds } from "#server/collab/kill-rounds.ts";
import { getQuantile } from "./quantile.ts";
import { readSoakOptions } from "./soak-options.ts";

const { stops } = readSoakOptions();
const times: number[] = [];
let acknowledged = 0;
let lost = 0;
let bad = 0;
for await (const round of runRounds("SIGTERM", () => 50)) {
  acknowledged += round.acknowledged;
  lost += round.lost;
  times.push(round.exitTime);
  if (round.exitCode !== 0) bad += 1;
  if (times.length === stops) break;
}
const [p50, max] = [getQuantile(times, 0.5), Math.max(...times)].map(Math.round);
process.stdout.write(
  `\n| stops (SIGTERM while typing) | acknowledged edits | lost | exits other than 0 | exit p50 / max |\n| --- | --- | --- | --- | --- |\n`,
);
process.stdout.write(`| ${stops} | ${acknowledged} | ${lost} | ${bad} | ${p50} / ${max} ms |\n`);
process.exit(lost === 0 && bad === 0 ? 0 : 1);
