/** Code on its way to the page that waits, or does not arrive. */
import type { Page } from "@playwright/test";

/** What the packages themselves write, and nobody else: their code is known by it, whatever its file is called. */
export const codeMarks = {
  editor: "ProseMirror-widget",
  socket: "messageReconnectTimeout",
} as const;

type Part = keyof typeof codeMarks;

/** Lets the code of a part wait until the returned function is called. */
export async function holdCode(page: Page, part: Part): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  await guardCode(page, part, () => promise);
  return () => resolve(true);
}

/** Lets nobody have the code of a part until the returned function is called. */
export async function refuseCode(page: Page, part: Part): Promise<() => void> {
  let isRefused = true;
  await guardCode(page, part, async () => !isRefused);
  return () => {
    isRefused = false;
  };
}

async function guardCode(page: Page, part: Part, mayPass: () => Promise<boolean>): Promise<void> {
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    const response = await route.fetch({ maxRetries: 2 });
    const body = await response.text();
    if (!body.includes(codeMarks[part]) || (await mayPass())) await route.fulfill({ response, body });
    else await route.abort();
  });
}
