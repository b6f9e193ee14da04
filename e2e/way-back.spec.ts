/** A phone's way back. Chromium for desktops asks in the same way, and the same watchers, after an Escape that no page takes. */
import type { Page } from "@playwright/test";
import { findChosen, findRow, openGlossary } from "#e2e/support/glossary-page.ts";
import { expect, test } from "#e2e/support/test.ts";
import { openLibrary } from "#e2e/support/wait-until-heard.ts";
import { getRow, openSample } from "#e2e/support/workbench-page.ts";

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const hide = (event: KeyboardEvent) => event.key === "Escape" && event.stopImmediatePropagation();
    window.addEventListener("keydown", hide, { capture: true });
  });
});

const goBack = (page: Page) => page.keyboard.press("Escape");

test("the way back closes the menu or the dialog that is open, and the page stays", async ({ page }) => {
  await openLibrary(page);
  const address = page.url();
  const more = page.getByRole("button", { name: /^Actions for/ }).first();
  const menu = page.getByRole("menu");
  const dialog = page.getByRole("dialog", { name: "Details of the article" });

  await more.tap();
  await expect(menu).toBeVisible();
  await goBack(page);
  await expect(menu).toBeHidden();

  await more.tap();
  await page.getByRole("menuitem", { name: "Edit details" }).tap();
  await expect(dialog).toBeVisible();
  await expect(menu).toBeHidden();
  await dialog.getByLabel("Author", { exact: true }).fill("阿桥");
  await goBack(page);
  await expect(dialog).toBeHidden();

  await more.tap();
  await page.getByRole("menuitem", { name: "Edit details" }).tap();
  await expect(dialog.getByLabel("Author", { exact: true }), "what was typed is kept").toHaveValue("阿桥");
  await goBack(page);
  await expect(dialog).toBeHidden();
  expect(page.url()).toBe(address);
});

test("the way back closes the chosen term of the glossary, after what stands over it", async ({ page }) => {
  await openGlossary(page);
  await findRow(page, "合龙").tap();
  const dialog = page.getByRole("dialog", { name: "Edit 合龙" });
  await findChosen(page).getByRole("button", { name: "Edit" }).tap();
  await expect(dialog).toBeVisible();
  await goBack(page);
  await expect(dialog).toBeHidden();
  await expect(findChosen(page)).toBeVisible();
  await goBack(page);
  await expect(findChosen(page)).toBeHidden();
  await expect(page).toHaveURL(/\/glossary$/);
});

test("the way back closes the card of a term, and the terms of a segment", async ({ page }) => {
  await openSample(page);
  const address = page.url();
  const panel = page.getByRole("complementary", { name: "Terms" });
  const card = page.locator("[data-term-card]");
  const button = page.getByRole("button", { name: "Terms", exact: true });
  await button.tap();
  await expect(panel).toBeVisible();
  // The code that hears of it comes with the first use of the page.
  await expect(async () => {
    await goBack(page);
    await expect(panel).toBeHidden({ timeout: 500 });
  }).toPass();
  await button.tap();
  await expect(panel).toBeVisible();
  await getRow(page, 6).locator("[data-term]").first().tap();
  await expect(card).toBeVisible();
  await goBack(page);
  await expect(card).toBeHidden();
  await expect(panel).toBeVisible();
  await goBack(page);
  await expect(panel).toBeHidden();
  expect(page.url()).toBe(address);
});
