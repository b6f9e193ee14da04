import { defineConfig } from "vitest/config";

/** For what hangs: a machine several times slower than ours is no fault. */
const limits = { testTimeout: 240_000, hookTimeout: 120_000, expect: { poll: { timeout: 30_000 } } };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...limits,
          name: "unit",
          environment: "node",
          setupFiles: ["./scripts/seed-properties.ts"],
          include: ["architecture.test.ts", "{core,client,components,i18n}/**/*.test.ts"],
        },
      },
      {
        // Real servers and real files: two test files keep two cores busy, and no more wait for the same disk.
        test: {
          ...limits,
          name: "server",
          environment: "node",
          setupFiles: ["./scripts/seed-properties.ts"],
          include: ["{db,server,scripts}/**/*.test.ts"],
          maxWorkers: 2,
        },
      },
    ],
  },
});
