/** Watches a page for what must never happen: errors, policy violations, requests that leave our server. */
import type { BrowserContext, Page } from "@playwright/test";

export type PageWatch = {
  /** What went wrong so far, one sentence each; a story that provokes an error on purpose takes it out with `forgive`. */
  readonly troubles: readonly string[];
  /** Removes the troubles that fit `pattern`, and returns how many they were. */
  readonly forgive: (pattern: RegExp) => number;
};

/** Watches every page of the context, present and to come. `host` is our server's, with the port. */
export function watchContext(context: BrowserContext, host: string): PageWatch {
  let troubles: string[] = [];
  const watchPage = (page: Page): void => {
    page.on("pageerror", (error) => troubles.push(`page error: ${error.stack ?? error.message}`));
    // Violations of the content security policy are reported here, too.
    page.on("console", (message) => {
      if (message.type() === "error") troubles.push(`console: ${message.text()} (${message.location().url})`);
    });
    page.on("websocket", (socket) => {
      if (new URL(socket.url()).host !== host) troubles.push(`foreign socket: ${socket.url()}`);
    });
  };
  for (const page of context.pages()) watchPage(page);
  context.on("page", watchPage);
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.host !== host) troubles.push(`foreign request: ${url.href}`);
  });
  return {
    get troubles() {
      return troubles;
    },
    forgive: (pattern) => {
      const before = troubles.length;
      troubles = troubles.filter((trouble) => !pattern.test(trouble));
      return before - troubles.length;
    },
  };
}
