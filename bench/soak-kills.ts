/** Kill -9 in the middle of typing, again and again on one data folder; counts acknowledged edits that are gone. */
import { runRound } from "#server/collab/kill-rounds.ts";
import { createFolder } from "#server/collab/run-fixture.ts";
import { readSoakOptions } from "./soak-options.ts";

const { kills, perKill } = readSoakOptions();
const folder = createFolder();
let acknowledged = 0;
let lost = 0;
let killsWithLoss = 0;
for (let kill = 0; kill < kills; kill += 1) {
  const round = await runRound(folder, perKill - 100 + Math.floor(Math.random() * 200), "SIGKILL");
  acknowledged += round.acknowledged;
  lost += round.lost;
  if (round.lost > 0) killsWithLoss += 1;
  if (kill % 20 === 19)
    process.stderr.write(`${kill + 1} kills, ${acknowledged} acknowledged, ${lost} lost\n`);
}
process.stdout.write(
  `\n| kills (SIGKILL while typing) | acknowledged edits | lost | kills with a loss |\n| --- | --- | --- | --- |\n`,
);
process.stdout.write(`| ${kills} | ${acknowledged} | ${lost} | ${killsWithLoss} |\n`);
process.exit(lost === 0 ? 0 : 1);
