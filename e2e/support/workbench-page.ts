/** What a translator does in the workbench, for all stories. */
import { text } from "node:stream/consumers";
import type { Locator, Page } from "@playwright/test";
import { expect, expectNoSeriousAxe } from "#e2e/support/test.ts";

/** Opens the sample article from the library without the mouse, waits until its text has arrived, and shows its start. */
export async function openSample(page: Page): Promise<void> {
  await page.goto("/");
  const articles = page.getByRole("list", { name: "Articles" }).getByRole("listitem");
  await articles.filter({ hasText: "Sample" }).getByRole("link").first().focus();
  await page.keyboard.press("Enter");
  await expectSaved(page);
  // It opens where the reader was, in another story perhaps. That place is shown with the next frame.
  await waitForFrames(page);
  await page.locator("[data-workbench-scroll]").evaluate((view) => view.scrollTo(0, 0));
  await expect(getRow(page, 1)).toBeInViewport();
}

/** What the status line says of the text. */
export function getSaveState(page: Page): Locator {
  return page.locator("[data-save-state]");
}

/** Goes to a segment and takes its text away, so that stories on one server do not meet. */
export async function clear(page: Page, number: number): Promise<void> {
  await goTo(page, number);
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await expect(getTarget(page, number)).toHaveText("");
  await expectSaved(page);
}

/** The one text that the page has set aside, as the file that a person takes home; it is discarded then. */
export async function fetchSetAside(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Set aside: 1" }).click();
  const dialog = page.getByRole("dialog", { name: "Texts set aside" });
  await expect(dialog.getByRole("button", { name: "Discard" })).toBeDisabled();
  await expectNoSeriousAxe(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: "Download" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^duizhao-[0-9-]+\.txt$/);
  await dialog.getByRole("button", { name: "Discard" }).click();
  await expect(dialog.getByRole("listitem")).toHaveCount(0);
  await page.keyboard.press("Escape");
  return text(await download.createReadStream());
}

export async function expectSaved(page: Page): Promise<void> {
  await expect(getSaveState(page)).toHaveText("All changes saved");
}

/** Cuts all pages off, and waits until this one says so: the browser takes a moment to cut its socket. */
export async function cutNetwork(page: Page): Promise<void> {
  await page.context().setOffline(true);
  await expect(getSaveState(page)).toContainText("Offline");
}

export function getRow(page: Page, number: number): Locator {
  return page.locator(`[data-segment="${number}"]`);
}

export function getTarget(page: Page, number: number): Locator {
  const name = `Translation of segment ${number.toLocaleString("en")}`;
  return page.getByRole("textbox", { name, exact: true });
}

/** Goes to a segment as a translator does, and waits for its editor: what is typed before is one change, not one a key. */
export async function goTo(page: Page, number: number): Promise<void> {
  await jumpTo(page, number);
  await waitForEditor(page, number);
  await expect(getTarget(page, number)).toBeFocused();
}

/** Waits until the editor of a segment is there. */
export async function waitForEditor(page: Page, number: number): Promise<void> {
  await expect(getTarget(page, number)).toHaveClass(/ProseMirror/);
}

/** Waits until the server knows that the reader is in this segment, whatever it was told before. */
export function waitForPlace(page: Page, number: number): Promise<unknown> {
  return page.waitForResponse(async (response) => {
    const id = await getRow(page, number).locator("[data-source]").getAttribute("data-source");
    return response.request().postData()?.includes(`"segmentId":"${id}"`) ?? false;
  });
}

/** Goes to a segment by its number; whether it can be edited, and its editor is there, is left open. */
export async function jumpTo(page: Page, number: number): Promise<void> {
  await page.keyboard.press("Control+g");
  await page.getByRole("textbox", { name: "Segment number" }).fill(String(number));
  await page.keyboard.press("Enter");
  // The dialog gives the focus back first, also to a row that had it before.
  await waitForFrames(page);
  await expect(getTarget(page, number)).toBeFocused();
}

/** Waits until what the page had planned for its next frame is done. */
async function waitForFrames(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}
