/** Counts what Vitest and Playwright wrote as JSON: { passed, failed, skipped }. */
import { readFileSync } from "node:fs";

/** A test file that could not even be loaded holds no test, and counts as one failure. */
export function readVitestResults(file) {
  const results = JSON.parse(readFileSync(file, "utf8"));
  const broken = results.testResults.filter(
    (suite) => suite.status === "failed" && !suite.assertionResults.some((test) => test.status === "failed"),
  );
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests + broken.length,
    skipped: results.numPendingTests + (results.numTodoTests ?? 0),
  };
}

/** A test that passed only when repeated has failed: we trust no flaky test. */
export function readPlaywrightResults(file) {
  const { stats, errors } = JSON.parse(readFileSync(file, "utf8"));
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}
