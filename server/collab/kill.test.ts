import { expect, test } from "vitest";
import { runRounds } from "./kill-rounds.ts";

const kills = 20;

test(`${kills} kills while typing lose no acknowledged edit`, async () => {
  let kill = 0;
  let acknowledged = 0;
  for await (const round of runRounds("SIGKILL", () => 50 + Math.floor(Math.random() * 200))) {
    acknowledged += round.acknowledged;
    kill += 1;
    expect(round.lost, `kill ${kill}, ${round.acknowledged} acknowledged`).toBe(0);
    if (kill === kills) break;
  }
  expect(acknowledged).toBeGreaterThan(kills * 50);
});
