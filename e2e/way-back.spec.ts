/** A phone's way back. Chromium for desktops asks in the same way, and the same watchers, after an Escape that no page takes. */
import { expect, test } from "#e2e/support/test.ts";
import { openLibrary } from "#e2e/support/wait-until-heard.ts";

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

test("the way back closes the menu or the dialog that is open, and the page stays", async ({ page }) => {
  await page.addInitScript(() => {
    const hide = (event: KeyboardEvent) => event.key === "Escape" && event.stopImmediatePropagation();
    window.addEventListener("keydown", hide, { capture: true });
  });
  const goBack = () => page.keyboard.press("Escape");
  await openLibrary(page);
  const address = page.url();
  const more = page.getByRole("button", { name: /^Actions for/ }).first();
  const menu = page.getByRole("menu");
  const dialog = page.getByRole("dialog", { name: "Details of the article" });

  await more.tap();
  await expect(menu).toBeVisible();
  await goBack();
  await expect(menu).toBeHidden();

  await more.tap();
  await page.getByRole("menuitem", { name: "Edit details" }).tap();
  await expect(dialog).toBeVisible();
  await expect(menu).toBeHidden();
  await dialog.getByLabel("Author", { exact: true }).fill("阿桥");
  await goBack();
  await expect(dialog).toBeHidden();

  await more.tap();
  await page.getByRole("menuitem", { name: "Edit details" }).tap();
  await expect(dialog.getByLabel("Author", { exact: true }), "what was typed is kept").toHaveValue("阿桥");
  await goBack();
  await expect(dialog).toBeHidden();
  expect(page.url()).toBe(address);
});
