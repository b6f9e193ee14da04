import { expect, test } from "vitest";
import { runRound } from "./kill-rounds.ts";
import { createFolder } from "./run-fixture.ts";

const kills = 20;

test(`${kills} kills while typing lose no acknowledged edit`, { timeout: 120_000 }, async () => {
  const folder = createFolder();
  let acknowledged = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const round = await runRound(folder, 50 + Math.floor(Math.random() * 200), "SIGKILL");
    acknowledged += round.acknowledged;
    expect(round.lost, `kill ${kill}, ${round.acknowledged} acknowledged`).toBe(0);
  }
  expect(acknowledged).toBeGreaterThan(kills * 50);
});
