/** Kill -9 in the middle of typing, again and again on one data folder; counts acknowledged edits that are gone. */
import { runRounds } from "#server/collab/kill-rounds.ts";
import { readSoakOptions } from "./soak-options.ts";

const { kills, perKill } = readSoakOptions();
let acknowledged = 0;
let lost = 0;
let killsWithLoss = 0;
let kill = 0;
for await (const round of runRounds("SIGKILL", () => perKill - 100 + Math.floor(Math.random() * 200))) {
  acknowledged += round.acknowledged;
  lost += round.lost;
  if (round.lost > 0) killsWithLoss += 1;
  kill += 1;
  if (kill % 20 === 0) process.stderr.write(`${kill} kills, ${acknowledged} acknowledged, ${lost} lost\n`);
  if (kill === kills) break;
}
process.stdout.write(
  `\n| kills (SIGKILL while typing) | acknowledged edits | lost | kills with a loss |\n| --- | --- | --- | --- |\n`,
);
process.stdout.write(`| ${kills} | ${acknowledged} | ${lost} | ${killsWithLoss} |\n`);
process.exit(lost === 0 ? 0 : 1);
