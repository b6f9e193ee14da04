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

/** A story that passed when repeated counts as passed; the list above the sum names it as flaky. */
export function readPlaywrightResults(file) {
  const { stats, errors } = JSON.parse(readFileSync(file, "utf8"));
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}
