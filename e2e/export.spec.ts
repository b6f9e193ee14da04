import { readFile } from "node:fs/promises";
import type { Locator } from "@playwright/test";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, expectNoSeriousAxe, test } from "#e2e/support/test.ts";
import { openLibrary } from "#e2e/support/wait-until-heard.ts";

async function readText(file: string): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(await readFile(file)), verbosity: 0 }).promise;
  const content = await (await document.getPage(1)).getTextContent();
  return content.items.map((item) => ("str" in item ? item.str : "")).join("");
}

/** Height by width of the picture itself, NaN before it has come. */
function readShape(image: Locator): Promise<number> {
  return image.evaluate((it: HTMLImageElement) => it.naturalHeight / it.naturalWidth);
}

test("a reader exports the sample and finds its Chinese title in the PDF", async ({ page }) => {
  await openLibrary(page);
  const articles = page.getByRole("list", { name: "Articles" }).getByRole("listitem");
  await articles.filter({ hasText: "Sample" }).getByRole("link").first().click();
  // The library has a heading too: the one meant is the article's.
  await expect(page.locator("[data-segment]").first()).toBeVisible();
  const title = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Export as PDF" });

  const sheet = dialog.getByRole("img", { name: "The first page as it will be printed" });
  await test.step("sees the first page", async () => {
    await expect.poll(() => readShape(sheet)).toBeCloseTo(297 / 210, 2);
  });

  await test.step("chooses the paper, and sees it", async () => {
    await dialog.getByRole("radio", { name: "US Letter" }).click();
    await expect.poll(() => readShape(sheet)).toBeCloseTo(11 / 8.5, 2);
    await expect(dialog.getByRole("radio", { name: "US Letter" })).toBeChecked();
    await expectNoSeriousAxe(page);
  });

  const download = await test.step("the file arrives by itself", async () => {
    const arriving = page.waitForEvent("download");
    await dialog.getByRole("button", { name: "Export", exact: true }).click();
    return arriving;
  });
  expect(download.suggestedFilename()).toMatch(/\.pdf$/);
  expect(await readText(await download.path())).toContain([...title].slice(0, 8).join(""));

  await test.step("the dialog says what came of it, and offers the file again", async () => {
    await expect(dialog.getByRole("status").filter({ hasText: "Done:" })).toBeVisible();
    await expect(dialog.getByRole("link", { name: /^Download/ })).toBeVisible();
    await expectNoSeriousAxe(page);
  });

  await test.step("it is offered again to who comes back later", async () => {
    await page.reload();
    await page.getByRole("button", { name: "Export", exact: true }).click();
    await expect(dialog.getByText("Your last export:")).toBeVisible();
    await expect(dialog.getByRole("radio", { name: "English" })).toBeChecked();
  });

  await test.step("an address that is nobody's leads to no file", async () => {
    const address = await dialog.getByRole("link", { name: /^Download/ }).getAttribute("href");
    const answer = await page.request.fetch(`${address}`.replace(/[a-z0-9]{20}/, "a".repeat(20)));
    expect(answer.status()).toBe(404);
  });
});
