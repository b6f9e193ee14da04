/** The kill test, for the test suite and the soak: type, end the process after so many acknowledgements, look. */

import { Visitor } from "./fixture-visitor.ts";
import { createFolder, type RunningFixture, startFixture } from "./run-fixture.ts";

export type Round = {
  readonly acknowledged: number;
  /** Acknowledged edits that a fresh reader did not find after the restart. */
  readonly lost: number;
  /** Null when the signal itself ended the process. */
  readonly exitCode: number | null;
  /** Milliseconds from the signal to the end. */
  readonly exitTime: number;
};

/**
 * Runs rounds on one data folder. In each, two writers type into one part until the server has acknowledged so many
 * edits of both; it ends by `signal` in the middle of their typing, starts again, and a fresh reader counts.
 */
export async function* runRounds(
  signal: NodeJS.Signals,
  drawTarget: () => number,
): AsyncGenerator<Round, never> {
  const folder = createFolder();
  let fixture = await startFixture(folder);
  try {
    for (;;) {
      const { acknowledged, exitCode, exitTime } = await typeUntilEnd(fixture, signal, drawTarget());
      fixture = await startFixture(folder);
      const text = await readAll(fixture);
      const lost = acknowledged.filter((word) => !text.includes(word)).length;
      yield { acknowledged: acknowledged.length, lost, exitCode, exitTime };
    }
  } finally {
    fixture.child.kill("SIGKILL");
  }
}

async function typeUntilEnd(fixture: RunningFixture, signal: NodeJS.Signals, target: number) {
  const writers = [new Visitor(fixture), new Visitor(fixture, { memberId: fixture.owner })];
  await Promise.all(writers.map((writer) => writer.ready()));
  const round = Math.random().toString(36).slice(2, 8);
  const counted = writers.map((writer, index) => typeUntilStopped(writer, fixture, `${round}${index}`));
  await waitFor(writers, () => sum(counted.map((each) => each.acknowledged())) >= target);
  const start = performance.now();
  const exitCode = await fixture.end(signal);
  const exitTime = performance.now() - start;
  const acknowledged = counted.flatMap((each) => each.stop());
  for (const writer of writers) writer.leave();
  return { acknowledged, exitCode, exitTime };
}

/** Types word after word, each as soon as fewer than ten are on their way, until stopped. */
function typeUntilStopped(writer: Visitor, fixture: RunningFixture, name: string) {
  const words: string[] = [];
  const segmentIds = fixture.parts[0]?.segmentIds ?? [];
  const base = writer.acknowledged;
  let isStopped = false;
  let best = 0;
  const note = () => {
    // A reconnection resets the stock counter: what was once acknowledged stays so.
    if (writer.provider.isSynced) best = Math.max(best, writer.acknowledged - base);
  };
  const typeMore = () => {
    if (isStopped) return;
    note();
    if (writer.provider.isSynced && writer.provider.unsyncedChanges < 10) {
      const word = `<${name}.${words.length}>`;
      words.push(word);
      writer.type(segmentIds[words.length % segmentIds.length] ?? "", word);
    }
    setImmediate(typeMore);
  };
  typeMore();
  return {
    acknowledged: () => best,
    stop: () => {
      isStopped = true;
      return words.slice(0, best);
    },
  };
}

function waitFor(writers: readonly Visitor[], condition: () => boolean): Promise<unknown> {
  return Promise.race(writers.map((writer) => writer.until(condition)));
}

async function readAll(fixture: RunningFixture): Promise<string> {
  const reader = await new Visitor(fixture, { memberId: fixture.viewer }).ready();
  const text = (fixture.parts[0]?.segmentIds ?? []).map((id) => reader.read(id)).join("");
  reader.leave();
  return text;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
