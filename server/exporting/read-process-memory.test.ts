import { expect, test } from "vitest";
import { askPs, readProcessMemory } from "./read-process-memory.ts";

test("the memory of a living process, both ways", async () => {
  const bytes = (await readProcessMemory(process.pid)) ?? 0;
  expect(bytes).toBeGreaterThan(20_000_000);
  const kilobytes = await askPs(process.pid).catch((error) => {
    // A slim container has no ps, and is read by /proc.
    if (error.code === "ENOENT" && process.platform === "linux") return null;
    throw error;
  });
  if (kilobytes === null) return;
  const asPsSays = 1024 * kilobytes;
  expect(asPsSays / bytes).toBeGreaterThan(0.5);
  expect(asPsSays / bytes).toBeLessThan(2);
});

test("none of a process that is not there", async () => {
  expect(await readProcessMemory(2 ** 30)).toBe(null);
});
