import type { Page } from "@playwright/test";

/** Resolves when the page hears keys: React has taken over the server's page, and its effects have run. */
export async function waitUntilHeard(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    Object.keys(document.querySelector("main") ?? {}).some((key) => key.startsWith("__reactFiber")),
  );
  await page.evaluate(() => new Promise<unknown>((resolve) => requestIdleCallback(resolve)));
}

/** Opens the library as a person finds it who has waited for it. */
export async function openLibrary(page: Page): Promise<void> {
  await page.goto("/");
  await waitUntilHeard(page);
}
