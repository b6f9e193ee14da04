import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "#e2e/support/test.ts";
import { openLibrary } from "#e2e/support/wait-until-heard.ts";

const folder = path.join(import.meta.dirname, "../core/importing/fixtures/hostile");
const files = readdirSync(folder).filter((name) => !name.endsWith(".json"));

test("hostile files are imported and read, and nothing in them runs or is fetched", async ({
  context,
  page,
  server,
}) => {
  await page.addInitScript(() => {
    // The watch on the page hears of it, however late it comes.
    Object.defineProperty(window, "__pwned", { set: () => console.error("a file ran its script") });
  });
  await openLibrary(page);
  await page.waitForURL(/library/);
  const project = new URL(page.url()).pathname.replace(/\/library.*/, "");
  const headers = { origin: server.url };
  expect(files.length).toBeGreaterThan(10);
  for (const name of files) {
    await test.step(name, async () => {
      const file = { name, mimeType: "text/plain", buffer: readFileSync(path.join(folder, name)) };
      const preview = await context.request.post("/api/imports", { headers, multipart: { file } });
      expect(preview.status(), name).toBe(200);
      const { token } = await preview.json();
      const data = { title: name, author: null, permission: "unknown" };
      const kept = await context.request.post(`/api/imports/${token}`, { headers, data });
      const { articleId } = await kept.json();
      await page.goto(`${project}/articles/${articleId}`);
      await expect(page.locator("[data-segment]").first()).toBeVisible();
    });
  }
  await test.step("their titles in the library", async () => {
    await openLibrary(page);
    await expect(page.getByRole("list", { name: "Articles" })).toContainText("坏标题");
  });
});
