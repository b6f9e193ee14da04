/**
 * `npm run dev` as a developer meets it: an article reached from the library by a link, its socket, and a component of
 * the workbench changed while the page is open. The component's file is written for a moment, and put back.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { createDataFolder, removeFolder, startServer } from "#e2e/support/server.ts";
import { getLaunchOptions } from "#e2e/support/test.ts";
import { openLibrary } from "#e2e/support/wait-until-heard.ts";

const file = "components/workbench/status-line.tsx";
const place = "<SetAsideNotice />";
/** Milliseconds that a busy machine may need to compile a page. */
const limit = 180_000;
/** How often the file is saved before it counts as not heard; a page that has just come may miss the first. */
const saves = 4;

const source = readFileSync(file, "utf8");
if (!source.includes(place)) throw new Error(`${file} has no ${place} any more`);
process.on("exit", () => writeFileSync(file, source));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

const data = createDataFolder();
const server = await startServer({ data, env: { NODE_ENV: "development", DUIZHAO_BUILD: ".next-soak" } });
const browser = await chromium.launch(await getLaunchOptions());
const page = await browser.newPage({ baseURL: server.url });
page.setDefaultTimeout(limit);
await openLibrary(page);
await page.evaluate(() => document.documentElement.setAttribute("data-still-here", ""));
await page.getByRole("list", { name: "Articles" }).getByRole("link").first().click();
await page.locator('[data-save-state="saved"]').waitFor();
const isReachedByLink = (await page.locator("[data-still-here]").count()) === 1;

let heardAfter = 0;
for (let save = 1; save <= saves && !heardAfter; save += 1) {
  const word = `saved-${save}`;
  writeFileSync(file, source.replace(place, `${place}<span>${word}</span>`));
  await page
    .getByText(word)
    .waitFor({ timeout: 20_000 })
    .then(
      () => (heardAfter = save),
      () => undefined,
    );
}
await browser.close();
await server.stop();
removeFolder(data);
process.stdout.write("\n| development | |\n| --- | --- |\n");
process.stdout.write(`| the article was reached by a link | ${isReachedByLink ? "yes" : "no"} |\n`);
process.stdout.write(
  `| its changed component was on the page | ${heardAfter ? `after save ${heardAfter}` : "never"} |\n`,
);
process.exit(isReachedByLink && heardAfter ? 0 : 1);
