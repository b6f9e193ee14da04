/** What a reviewer does in the glossary, for all stories. */
import type { Page } from "@playwright/test";
import { expect } from "#e2e/support/test.ts";
import { waitUntilHeard } from "#e2e/support/wait-until-heard.ts";

export const findGrid = (page: Page) => page.getByRole("grid", { name: "Glossary" });
export const findRow = (page: Page, term: string) =>
  findGrid(page).getByRole("row").filter({ hasText: term });
export const findChosen = (page: Page) => page.getByRole("complementary", { name: "Chosen term" });
export const expectChosen = (page: Page, term: string) =>
  expect(findChosen(page).getByRole("heading", { level: 2 })).toContainText(term);

export async function openGlossary(page: Page): Promise<void> {
  await page.goto("/");
  await page.getByRole("link", { name: "Glossary" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Glossary" })).toBeAttached();
  await waitUntilHeard(page);
}

export async function addTerm(page: Page, source: string, rendering: string): Promise<void> {
  await page.keyboard.press("n");
  await page.getByLabel("Chinese term").fill(source);
  await page.getByLabel("English rendering").fill(rendering);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Add term" })).toBeHidden();
  await expectChosen(page, source);
}
