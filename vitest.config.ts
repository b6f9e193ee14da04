import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: ["core/**/*.test.ts", "architecture.test.ts", "client/**/*.test.ts", "components/**/*.test.ts", "i18n/**/*.test.ts"], environment: "node" } },
      { test: { name: "server", include: ["db/**/*.test.ts", "server/**/*.test.ts", "scripts/**/*.test.ts"], environment: "node", testTimeout: 60_000, hookTimeout: 60_000, fileParallelism: false } },
    ],
  },
});
