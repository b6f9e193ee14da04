import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readPlaywrightResults, readVitestResults } from "#scripts/read-results.mjs";
import { countOne, countRun, runSteps } from "#scripts/test-steps.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "duizhao-steps-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function writeResults(results: object): string {
  const file = path.join(folder, "results.json");
  writeFileSync(file, JSON.stringify(results));
  return file;
}

describe("counting", () => {
  test("a test file that cannot be loaded is a failure", () => {
    const file = writeResults({
      numPassedTests: 3,
      numFailedTests: 1,
      numPendingTests: 1,
      numTodoTests: 1,
      testResults: [
        { status: "failed", assertionResults: [] },
        { status: "failed", assertionResults: [{ status: "failed" }] },
        { status: "passed", assertionResults: [{ status: "passed" }] },
      ],
    });
    expect(readVitestResults(file)).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });

  test("a story that passed only when repeated is a failure", () => {
    const file = writeResults({
      stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 },
      errors: [{ message: "no tests found" }],
    });
    expect(readPlaywrightResults(file)).toEqual({ passed: 4, failed: 3, skipped: 2 });
  });

  test("a runner that ends badly without a failed test, or without results, has failed", () => {
    expect(countRun(1, () => ({ passed: 2, failed: 0, skipped: 0 }))).toEqual({
      passed: 2,
      failed: 1,
      skipped: 0,
    });
    expect(countRun(0, () => JSON.parse(""))).toEqual(countOne(false));
  });

  test("the sum goes on after a failure and counts a skipped test as failed", async () => {
    const steps = [
      { name: "first", run: async () => countOne(false) },
      { name: "second", run: async () => ({ passed: 5, failed: 0, skipped: 1 }) },
    ];
    const headings: string[] = [];
    const sum = await runSteps(steps, (text) => headings.push(text));
    expect(headings.join("")).toContain("second: 5 passed, 1 failed (1 skipped)");
    expect(sum).toEqual({ passed: 5, failed: 2, skipped: 1 });
  });
});
