/** Under the system's own few colours, as in a contrast theme: what a ground or a colour alone tells is told otherwise. */
import type { Locator } from "@playwright/test";
import { findChosen, findGrid, openGlossary } from "#e2e/support/glossary-page.ts";
import { expect, test } from "#e2e/support/test.ts";
import { getRow, goTo, openSample } from "#e2e/support/workbench-page.ts";

test.use({ contextOptions: { forcedColors: "active" } });

const readStyle = (element: Locator, property: string) =>
  element.evaluate((it, name) => getComputedStyle(it).getPropertyValue(name), property);
const expectFramed = (element: Locator) => expect(element).toHaveCSS("outline-style", "solid");

test("a reader sees formulas, the active row, and what is chosen", async ({ page }) => {
  await openSample(page);
  await goTo(page, 7);
  await expectFramed(page.locator(".bg-active"));
  await expect(getRow(page, 7).locator("[data-source] .katex")).toHaveCount(1);
  const copied = getRow(page, 7).locator("[data-source] .formula-text");
  await expect(copied, "its TeX lies over the formula unseen").toHaveCSS("color", "rgba(0, 0, 0, 0)");

  await page.keyboard.press("Control+k");
  await expectFramed(page.getByRole("option", { selected: true }));
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Export", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Export as PDF" });
  const dot = dialog.getByRole("radio", { name: "A4" }).locator("> *");
  expect(await readStyle(dot, "background-color")).toBe(await readStyle(dialog, "color"));
});

test("a reviewer sees the chosen term and the filter", async ({ page }) => {
  await openGlossary(page);
  await page.keyboard.press("j");
  await expect(findChosen(page).getByRole("heading", { level: 2 })).toBeVisible();
  await expectFramed(findGrid(page).getByRole("row", { selected: true }));
  await expectFramed(page.getByRole("button", { name: /^All/, pressed: true }));
});
