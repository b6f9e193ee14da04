import type { Page } from "@playwright/test";

/** A class that ProseMirror itself writes; others of its classes are named in the workbench, too. */
const mark = "ProseMirror-widget";

/** Lets the code of the editor wait on its way to the page until the returned function is called. */
export async function holdEditorCode(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    if (body.includes(mark)) await promise;
    await route.fulfill({ response, body });
  });
  return resolve;
}
