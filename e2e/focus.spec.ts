/** Where the focus is: nobody is called away from where they type, and everybody comes back to where they were. */
import type { Page } from "@playwright/test";
import { holdCode } from "#e2e/support/hold-code.ts";
import { expect, test } from "#e2e/support/test.ts";
import {
  clear,
  expectSaved,
  getRow,
  getTarget,
  goTo,
  jumpTo,
  openSample,
} from "#e2e/support/workbench-page.ts";

const getMenu = (page: Page) => page.getByRole("button", { name: "More about this article" });

async function chooseFromMenu(page: Page, name: string): Promise<void> {
  await getMenu(page).click();
  await page.getByRole("menuitem", { name, exact: true }).click();
}

test("a dialog and a menu give the focus back, and what they lead to keeps it", async ({ page }) => {
  await openSample(page);
  await goTo(page, 6);

  await test.step("from a dialog that was given up", async () => {
    for (const [key, field] of [
      ["Control+k", page.getByRole("combobox")],
      ["Control+g", page.getByRole("textbox", { name: "Segment number" })],
    ] as const) {
      await page.keyboard.press(key);
      await expect(field).toBeFocused();
      await page.keyboard.press("Escape");
      await expect(getTarget(page, 6)).toBeFocused();
    }
  });

  await test.step("from a command that moves on", async () => {
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("combobox")).toBeFocused();
    await page.keyboard.type("next seg");
    await page.keyboard.press("Enter");
    await expect(getTarget(page, 7)).toBeFocused();
  });

  await test.step("from a dialog to which a command has led", async () => {
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("combobox")).toBeFocused();
    await page.keyboard.type("show the keys");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(getTarget(page, 7)).toBeFocused();
  });

  await test.step("from the menu to the find bar, and from any of its buttons out of it", async () => {
    await chooseFromMenu(page, "Find");
    await expect(page.getByRole("searchbox")).toBeFocused();
    await page.keyboard.type("桥");
    await expect(page.getByRole("searchbox")).toHaveValue("桥");
    await page.getByRole("button", { name: "Next", exact: true }).focus();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("searchbox")).toHaveCount(0);
  });

  await test.step("from the menu to a dialog, and back to the menu's button", async () => {
    await chooseFromMenu(page, "Go to segment");
    await expect(page.getByRole("textbox", { name: "Segment number" })).toBeFocused();
    // As a Chinese input method may write it.
    await page.keyboard.insertText("９");
    await page.keyboard.press("Enter");
    await expect(getTarget(page, 9)).toBeFocused();
    await chooseFromMenu(page, "Edit details");
    await expect(page.getByRole("dialog", { name: "Details" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(getMenu(page)).toBeFocused();
  });

  await test.step("Escape leaves the text, and Enter opens it again", async () => {
    await goTo(page, 9);
    await page.keyboard.press("Escape");
    await expect(getRow(page, 9).locator(".ProseMirror")).toHaveCount(0);
    await page.keyboard.press("Enter");
    await expect(getRow(page, 9).locator(".ProseMirror")).toBeFocused();
  });

  await test.step("the terms give it to the button that opens them again", async () => {
    await page.getByRole("button", { name: "Close the panel" }).click();
    const terms = page.getByRole("button", { name: "Terms", exact: true });
    await expect(terms).toBeFocused();
    await expect(terms).toHaveAttribute("aria-expanded", "false");
  });
});

test("who goes to a text whose editor is still on its way has the focus when it comes", async ({ page }) => {
  const release = await holdCode(page, "editor");
  await openSample(page);
  await jumpTo(page, 6);
  await expect(getTarget(page, 6)).toHaveAttribute("aria-busy", "true");
  await jumpTo(page, 6);
  release();
  await expect(getRow(page, 6).locator(".ProseMirror")).toBeFocused();
});

test("a text that comes late leaves the focus where somebody types", async ({ page }) => {
  await openSample(page);
  await goTo(page, 4);
  const release = Promise.withResolvers<void>();
  await page.routeWebSocket(/\/collab$/, async (socket) => {
    await release.promise;
    socket.connectToServer();
  });
  // Without a copy of its own the browser knows no text until the server sends it.
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
  });
  await page.reload();
  await expect(getRow(page, 4)).toHaveClass(/bg-active/);
  await page.keyboard.press("Control+f");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("brid");
  release.resolve();
  await expect(getRow(page, 4).locator(".ProseMirror")).toBeVisible();
  await expectSaved(page);
  await page.keyboard.type("ge");
  await expect(page.getByRole("searchbox")).toHaveValue("bridge");
});

test("a button that a late answer takes away leaves the focus to the text", async ({ page }) => {
  await openSample(page);
  await clear(page, 22);
  await page.keyboard.type("Approved too soon");
  await expectSaved(page);
  await page.keyboard.press("Control+Enter");
  await goTo(page, 22);
  await expect(getRow(page, 22).getByLabel(/^Approved by/)).toBeVisible();
  await page.route("**/confirmations", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 800));
    await route.continue();
  });
  await getRow(page, 22).getByRole("button", { name: "Unconfirm" }).focus();
  await page.keyboard.press("Enter");
  await expect(getRow(page, 22)).toContainText("Draft");
  await expect(getTarget(page, 22)).toBeFocused();
  await clear(page, 22);
});
