import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { changeDatabase } from "#e2e/support/lab.ts";
import { expect, test } from "#e2e/support/test.ts";
import { openLibrary } from "#e2e/support/wait-until-heard.ts";

const run = promisify(execFile);

test("an answer of many kilobytes arrives as readable as a short one", async ({ page, server }) => {
  const file = path.join(server.data, "long.md");
  const paragraphs = Array.from({ length: 5000 }, (_, at) => `<p>石头怕拉不怕压${at}。</p>`);
  await writeFile(file, `# 很长的文章\n<body>${paragraphs.join("")}</body>`);
  const env = { ...process.env, DUIZHAO_DATA: server.data };
  await run(process.execPath, ["scripts/duizhao.mjs", "import", file], { env });

  await openLibrary(page);
  await page.getByRole("link", { name: "很长的文章" }).click();
  await expect(page.locator("[data-segment]").first()).toBeVisible();
  const articleId = /articles\/(\w+)/.exec(page.url())?.[1];
  changeDatabase(server, (database) => {
    database.prepare("UPDATE segments SET target_text = 'stone' WHERE article_id = ?").run(articleId);
  });
  const answer = await page.request.get(`/api/articles/${articleId}/find?words=stone`);
  const body = await answer.body();
  expect(Object.keys(JSON.parse(body.toString("utf8")))).toHaveLength(5001);
  expect(body.length).toBeGreaterThan(100_000);
});
