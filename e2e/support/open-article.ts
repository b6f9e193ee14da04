/** Brings an article in by the same address as the import dialog, and opens it. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { expectSaved } from "#e2e/support/workbench-page.ts";

const fixtures = path.join(import.meta.dirname, "../../core/importing/fixtures");

/** The text of an import fixture, for example "answers/22-table.md", without its address: many share one. */
export function readFixture(name: string): string {
  return readFileSync(path.join(fixtures, name), "utf8").replace(/^- 回答url.*\r?\n/m, "");
}

/** Imports a saved answer under a title of its own and waits until its text has arrived. */
export async function openArticle(page: Page, title: string, answer: string): Promise<void> {
  // Without a page: what a first visit is led to says the project, and lets one in.
  const { request } = page;
  const { origin, pathname } = new URL((await request.get("/")).url());
  const buffer = Buffer.from(answer.replace(/^# .*/, `# ${title}`));
  const file = { name: `${title}.md`, mimeType: "text/plain", buffer };
  const preview = await request.post("/api/imports", { headers: { origin }, multipart: { file } });
  const { token } = await preview.json();
  const data = { title, author: null, permission: "unknown" };
  const kept = await request.post(`/api/imports/${token}`, { headers: { origin }, data });
  const { articleId } = await kept.json();
  await page.goto(`${pathname.replace(/\/library.*/, "")}/articles/${articleId}`);
  await expectSaved(page);
}
