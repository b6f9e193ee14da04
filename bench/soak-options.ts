/** Numbers given on the command line of a soak: `--kills 20`. */
import { parseArgs } from "node:util";

/** Reads `--kills`, `--stops` and `--per-kill` (acknowledged edits before a kill, on average). */
export function readSoakOptions(): { kills: number; stops: number; perKill: number } {
  const { values } = parseArgs({
    options: {
      kills: { type: "string", default: "200" },
      stops: { type: "string", default: "100" },
      "per-kill": { type: "string", default: "160" },
    },
  });
  return { kills: Number(values.kills), stops: Number(values.stops), perKill: Number(values["per-kill"]) };
}
