/** Runs the steps of `npm test` one after the other, with headings and times, and adds up what they found. */

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ name: string, run: () => Promise<Counts> }} Step
 */

/** Counts of a step that either works or does not. */
export function countOne(hasWorked) {
  return { passed: hasWorked ? 1 : 0, failed: hasWorked ? 0 : 1, skipped: 0 };
}

/** Counts of a test runner: its own, and a failure more when it ended badly without naming a failed test. */
export function countRun(code, readResults) {
  let counts;
  try {
    counts = readResults();
  } catch {
    return countOne(false);
  }
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/**
 * Runs every step, also after one has failed. A skipped test counts as failed: what is not run is not known.
 * @param {Step[]} steps
 * @param {(text: string) => void} write where the headings go
 * @returns {Promise<Counts>} the sum; `skipped` is contained in `failed`
 */
export async function runSteps(steps, write = (text) => process.stdout.write(text)) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const [index, step] of steps.entries()) {
    write(`\n=== ${index + 1}/${steps.length} ${step.name}\n`);
    const begin = performance.now();
    const counts = await step.run();
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    const failed = counts.failed + counts.skipped;
    const skipped = counts.skipped > 0 ? ` (${counts.skipped} skipped)` : "";
    write(`--- ${step.name}: ${counts.passed} passed, ${failed} failed${skipped}, ${seconds} s\n`);
    sum.passed += counts.passed;
    sum.failed += failed;
    sum.skipped += counts.skipped;
  }
  return sum;
}
