import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          environment: "node",
          setupFiles: ["./scripts/seed-properties.ts"],
          include: ["architecture.test.ts", "{core,client,components,i18n}/**/*.test.ts"],
        },
      },
      {
        // Real servers and real files: one test file at a time, so that none waits for the other's disk.
        test: {
          name: "server",
          environment: "node",
          setupFiles: ["./scripts/seed-properties.ts"],
          include: ["{db,server,scripts}/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
