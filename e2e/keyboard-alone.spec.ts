import type { Locator, Page } from "@playwright/test";
import { expect, expectNoSeriousAxe, test } from "#e2e/support/test.ts";
import { openLibrary } from "#e2e/support/wait-until-heard.ts";
import { expectSaved, getTarget } from "#e2e/support/workbench-page.ts";

test.use({ library: "imported" });

const title = "纸桥能走人吗？";
const text = "纸也能做桥。\n\n折一折，它就不怕压了。";

/** Presses Tab until the element has the focus, as a person without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  // A dialog that has just opened takes the focus a moment later.
  const dialogs = await page.locator("[data-dialog]").count();
  await expect(page.locator("[data-dialog]:focus-within")).toHaveCount(dialogs);
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${target}`);
}

test("someone brings a text, translates it, confirms it and takes it home by the keyboard alone", async ({
  page,
}) => {
  await test.step("brings a text", async () => {
    await openLibrary(page);
    await tabTo(page, page.getByRole("button", { name: "Import", exact: true }));
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Import articles" });
    await tabTo(page, dialog.getByLabel("Or paste an answer or its text"));
    await page.keyboard.insertText(text);
    await tabTo(page, dialog.getByRole("button", { name: "Read this text" }));
    await page.keyboard.press("Enter");
    await tabTo(page, dialog.getByLabel("Title"));
    await page.keyboard.insertText(title);
    await tabTo(page, dialog.getByRole("button", { name: "Import", exact: true }));
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/articles\/[a-z0-9]{20}/);
    await expectSaved(page);
  });

  await test.step("translates and confirms each segment", async () => {
    await page.keyboard.press("Alt+ArrowDown");
    for (const [index, words] of ["Can one walk on paper?", "Paper makes bridges.", "Fold it."].entries()) {
      await expect(getTarget(page, index + 1)).toBeFocused();
      await page.keyboard.type(words);
      await page.keyboard.press("Control+Enter");
    }
    await expectSaved(page);
    await expect(page.getByLabel(/^Approved by/)).toHaveCount(3);
    await expect(page.getByText("100% translated")).toBeVisible();
    await expectNoSeriousAxe(page);
  });

  await test.step("takes it home", async () => {
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("combobox", { name: "What do you want to do?" })).toBeFocused();
    await page.keyboard.type("export");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Export as PDF" });
    const go = dialog.getByRole("button", { name: "Export", exact: true });
    await tabTo(page, go);
    await expect(go).toBeEnabled();
    const arriving = page.waitForEvent("download");
    await page.keyboard.press("Enter");
    expect((await arriving).suggestedFilename()).toContain("纸桥能走人吗");
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  });

  await test.step("goes back to the library, where it is done", async () => {
    await tabTo(page, page.getByRole("link", { name: "Library" }));
    await page.keyboard.press("Enter");
    const row = page.getByRole("list", { name: "Articles" }).getByRole("listitem").filter({ hasText: title });
    await expect(row).toContainText("All 3 approved");
  });
});
