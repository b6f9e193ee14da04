/** A translator who is faster than the network: nothing typed before the editor's code came is lost. */
import { holdCode, refuseCode } from "#e2e/support/hold-code.ts";
import { expect, test } from "#e2e/support/test.ts";
import { expectSaved, getRow, getTarget, openSample } from "#e2e/support/workbench-page.ts";

test("what is typed before the editor is there stands in the text when it comes", async ({ page }) => {
  const release = await holdCode(page, "editor");
  await openSample(page);
  await getTarget(page, 6).click();
  await expect(getTarget(page, 6)).toHaveAttribute("aria-busy", "true");
  await page.keyboard.press("Control+End");
  await page.keyboard.type("Early words");
  await expect(getRow(page, 6)).toBeInViewport();
  await getTarget(page, 7).click({ position: { x: 20, y: 10 } });
  await expect(getTarget(page, 6)).toContainText("Early words");
  // The caret goes where it was sent, not where the row was clicked.
  await page.keyboard.press("Control+End");
  await page.keyboard.type("Sooner");
  release();
  await expect(getTarget(page, 7)).toContainText("Sooner");
  await page.keyboard.type(", later");
  await expect(getTarget(page, 7)).toContainText(/Sooner, later$/);
  // One step or two, as fast as it was typed; one too many would take back the other segment's.
  const read = async () => (await getTarget(page, 7).textContent()) ?? "";
  for (let text = await read(); text.includes("Sooner"); text = await read()) {
    await page.keyboard.press("Control+z");
    await expect.poll(read).not.toBe(text);
  }
  await expect(getTarget(page, 6), "a step of undo is of one segment").toContainText("Early words");
  await page.keyboard.press("Control+z");
  await expect(getTarget(page, 6)).not.toContainText("Early words");
  await expectSaved(page);
});

test("a text does not grow over its limit before the editor is there", async ({ page }) => {
  const release = await holdCode(page, "editor");
  await openSample(page);
  await getTarget(page, 5).click();
  await expect(getTarget(page, 5)).toHaveAttribute("aria-busy", "true");
  await page.keyboard.type("It fits");
  await page.keyboard.insertText("x".repeat(20_000));
  await expect(page.getByRole("dialog").filter({ hasText: "20,000 characters at most" })).toBeVisible();
  await expect(getRow(page, 5), "it came to the text after a pause").toContainText("It fits");
  await page.keyboard.insertText("x".repeat(20_000));
  release();
  await expect(getRow(page, 5).locator(".ProseMirror")).toContainText(/It fits$/);
  await expectSaved(page);
});

test("an editor whose code could not be had comes later, and what was typed meanwhile is in the text", async ({
  page,
  watch,
}) => {
  const giveWay = await refuseCode(page, "editor");
  await openSample(page);
  await getTarget(page, 8).click();
  await page.keyboard.type("Typed without an editor");
  await expect(getRow(page, 8)).toContainText("Typed without an editor");
  await expectSaved(page);
  await page.reload();
  await expectSaved(page);
  await expect(getRow(page, 8)).toContainText("Typed without an editor");
  await getTarget(page, 8).click();
  await expect(getTarget(page, 8)).toHaveAttribute("aria-busy", "true");
  await page.keyboard.type(", waiting");
  await page.keyboard.press("Control+Enter");
  await expect(getRow(page, 8).getByLabel("Approved by You")).toBeVisible();
  await expect(getRow(page, 8), "what is approved has these words").toContainText(", waiting");
  await getTarget(page, 8).click();
  await expect(getTarget(page, 8)).toHaveAttribute("aria-busy", "true");
  await page.keyboard.type(" again");
  await page.keyboard.press("Control+f");
  await page.keyboard.type("wher");
  giveWay();
  // It is asked for again after ever longer pauses.
  await expect(getRow(page, 8).locator(".ProseMirror")).toBeVisible();
  await page.keyboard.type("ever");
  await expect(page.getByRole("searchbox"), "the editor leaves the focus where it is").toHaveValue(
    "wherever",
  );
  await getTarget(page, 8).click();
  await expect(getTarget(page, 8)).toContainText(" again");
  await expect(getTarget(page, 8)).toBeFocused();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(", and with one");
  await expect(getTarget(page, 8)).toContainText(/, and with one$/);
  await expectSaved(page);
  watch.forgive(/ERR_FAILED/);
});

test("a formula that is carried over before the editor is there comes with it", async ({ page }) => {
  const release = await holdCode(page, "editor");
  await openSample(page);
  await getTarget(page, 7).click();
  await expect(getTarget(page, 7)).toHaveAttribute("aria-busy", "true");
  const formulas = getTarget(page, 7).locator(".katex");
  // What sets them comes late, too, and sets all of them at once.
  await expect(getRow(page, 7).locator("[data-source] .katex")).toHaveCount(1);
  const count = await getRow(page, 7).locator(".target-text .katex").count();
  await page.keyboard.press("Control+Shift+1");
  release();
  await expect(formulas).toHaveCount(count + 1);
  await page.keyboard.press("Control+z");
  await expect(formulas).toHaveCount(count);
});
