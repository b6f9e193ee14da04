/** Playwright's `test` with our server, our browser and a watch on every page. */
import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type LaunchOptions, type Page } from "@playwright/test";
import {
  createDataFolder,
  type RunningServer,
  removeFolder,
  serverLimit,
  startServer,
} from "#e2e/support/server.ts";
import { type PageWatch, watchContext } from "#e2e/support/watch-page.ts";
import { findBrowser } from "#scripts/find-browser.mjs";

export { expect };

/** Flags that keep Chromium from asking the network at every start; as root it runs without its sandbox only. */
const browserFlags = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
];

/** How to launch the browser, for stories and benches that launch one of their own. */
export async function getLaunchOptions(): Promise<LaunchOptions> {
  const executablePath = process.env.CHROMIUM ?? (await findBrowser());
  if (!executablePath) throw new Error("No browser: install Chromium, or name one with CHROMIUM.");
  // In the C locale Chromium gives a file with a Chinese name the name "download".
  return { executablePath, args: browserFlags, env: { ...process.env, LC_ALL: "C.UTF-8" } };
}

type TestFixtures = { readonly watch: PageWatch };
type WorkerFixtures = {
  /** Stories that name the same library share a server and what is in it; a story that fills one has its own. */
  readonly library: string;
  readonly server: RunningServer;
};

export const test = base.extend<TestFixtures, WorkerFixtures>({
  library: ["sample", { option: true, scope: "worker" }],
  server: [
    // Playwright wants the first parameter destructured, even when nothing is taken from it.
    // biome-ignore lint/correctness/noEmptyPattern: see above
    async ({}, use) => {
      const data = createDataFolder();
      const server = await startServer({ data });
      await use(server);
      await server.stop();
      removeFolder(data);
    },
    { scope: "worker", timeout: serverLimit },
  ],
  launchOptions: [
    async ({ launchOptions }, use) => {
      await use({ ...launchOptions, ...(await getLaunchOptions()) });
    },
    { scope: "worker" },
  ],
  baseURL: async ({ server }, use) => {
    await use(server.url);
  },
  watch: [
    async ({ context, server }, use) => {
      const watch = watchContext(context, new URL(server.url).host);
      await use(watch);
      // What is still on its way then is nobody's trouble.
      for (const page of context.pages()) await page.unrouteAll({ behavior: "ignoreErrors" });
      expect(watch.troubles, "the page must cause no error and ask nobody but our server").toEqual([]);
    },
    { auto: true },
  ],
});

/** Fails when axe finds anything serious or critical on the page as it is now. */
export async function expectNoSeriousAxe(page: Page): Promise<void> {
  // Our pages have no frames, for whose sake it would open a page more; and what passes need not be told.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations } = await axe.analyze();
  const serious = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(" | ")}`);
  expect(serious).toEqual([]);
}
