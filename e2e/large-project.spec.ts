import { anArticle, anId } from "#db/builders.ts";
import { closeDatabase, getDb, openDatabase, schema, write } from "#db/client.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { findGrid, openGlossary } from "#e2e/support/glossary-page.ts";
import { createDataFolder, removeFolder, serverLimit, startServer } from "#e2e/support/server.ts";
import { expect, test as plain } from "#e2e/support/test.ts";
import { waitUntilHeard } from "#e2e/support/wait-until-heard.ts";
import { createLocalProject } from "#server/people/create-local-project.ts";

const articleCount = 120;
const conceptCount = 3000;

/** A server whose project holds many articles and terms. */
const test = plain.extend({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the first parameter destructured
    async ({}, use) => {
      const data = createDataFolder();
      fillFolder(data);
      const server = await startServer({ data });
      await use(server);
      await server.stop();
      removeFolder(data);
    },
    { scope: "worker", timeout: serverLimit },
  ],
});

test("someone comes to the end of a library of many articles", async ({ page }) => {
  await page.goto("/");
  const articles = page.getByRole("list", { name: "Articles" }).getByRole("listitem");
  await expect(articles).toHaveCount(50);
  await articles.last().scrollIntoViewIfNeeded();
  await expect(articles).toHaveCount(100);
  await page.getByRole("button", { name: /^Show more|^Show \d/ }).scrollIntoViewIfNeeded();
  // The sample is one of them.
  await expect(articles).toHaveCount(articleCount + 1);
  await page.reload();
  await expect(articles).toHaveCount(articleCount + 1);
  await waitUntilHeard(page);
  await page.getByRole("searchbox").fill(`第 ${articleCount} 篇`);
  await expect(articles).toHaveCount(1);
});

test("someone scrolls through a glossary of thousands, and opens one of them by its address", async ({
  page,
}) => {
  await openGlossary(page);
  const grid = findGrid(page);
  await expect(grid.getByRole("row").nth(1)).toBeVisible();
  const rows = Number(await grid.getAttribute("aria-rowcount"));
  expect(rows).toBeGreaterThan(conceptCount);
  await grid.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  const last = grid.locator(`[aria-rowindex="${rows}"]`);
  await expect(last).toContainText(/rendering|overtake/);
  expect(await grid.getByRole("row").count()).toBeLessThan(60);
  await last.click();
  await expect(page).toHaveURL(/concept=[a-z0-9]{20}/);
  const name = (await page.getByRole("heading", { level: 2 }).textContent()) ?? "";
  await page.reload();
  await expect(last).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(name);
});

function fillFolder(folder: string): void {
  migrateDatabase(folder);
  openDatabase(folder, { synchronous: "NORMAL" });
  const owner = createLocalProject();
  for (let at = 1; at <= articleCount; at += 1) anArticle(owner, [`第 ${at} 篇`, "岸边有一盏灯。"]);
  const { concepts, terms } = schema;
  const born = { projectId: owner.projectId, createdAt: 1 };
  for (let start = 0; start < conceptCount; start += 300) {
    const ids = Array.from({ length: 300 }, anId);
    const rows = ids.map((id) => ({
      ...born,
      id,
      state: "approved" as const,
      createdBy: owner.id,
      changedAt: 1,
    }));
    const texts = ids.flatMap((conceptId, at) => [
      {
        ...born,
        id: anId(),
        conceptId,
        language: "zh" as const,
        text: `词${start + at}`,
        status: "preferred" as const,
        pinyin: `cí ${start + at}`,
      },
      {
        ...born,
        id: anId(),
        conceptId,
        language: "en" as const,
        text: `rendering ${start + at}`,
        status: "preferred" as const,
      },
    ]);
    write([getDb().insert(concepts).values(rows), getDb().insert(terms).values(texts)]);
  }
  closeDatabase();
}
