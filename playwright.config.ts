import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  // For what hangs: on a machine with three times the load that it can carry a story takes a minute, a page ten seconds.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  // Each worker starts a server of its own; two keep two cores busy.
  workers: 2,
  fullyParallel: false,
  // A story that passes only when repeated has failed.
  retries: 0,
  forbidOnly: true,
  reporter: "list",
  use: {
    viewport: { width: 1280, height: 800 },
    locale: "en-US",
    timezoneId: "UTC",
    // Recording makes every story a quarter slower: it is for who looks for a cause.
    trace: process.env.DUIZHAO_TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
  },
});
