import { setImmediate as nextTurn } from "node:timers/promises";
import type { Steps } from "#core/steps.ts";

/** Milliseconds of work in one turn of the event loop. */
const turn = 8;

/** Works steps through in turns of some milliseconds, so that everybody else is served between two. */
export async function runInTurns<Value>(steps: Steps<Value>): Promise<Value> {
  for (;;) {
    const end = performance.now() + turn;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
    await nextTurn();
  }
}
