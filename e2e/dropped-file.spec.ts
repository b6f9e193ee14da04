/** A file that is dropped where no articles are brought: the page stays, and tells where to go. */
import type { Page } from "@playwright/test";
import { openGlossary } from "#e2e/support/glossary-page.ts";
import { expect, test } from "#e2e/support/test.ts";
import { waitUntilHeard } from "#e2e/support/wait-until-heard.ts";
import { expectSaved, openSample } from "#e2e/support/workbench-page.ts";

/** Drops a file, faster than any hand; true when the page takes it, and the browser does not leave for the file. */
function dropFile(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["<p>字</p>"], "answer.html", { type: "text/html" }));
    const isTaken = (type: string) => {
      const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
      return !document.body.dispatchEvent(event);
    };
    isTaken("dragenter");
    return isTaken("dragover") && isTaken("drop");
  });
}

/** Drops a file on the page after a reload, before anything else is done there. */
async function expectRefusal(page: Page, untilOpen: () => Promise<void>): Promise<void> {
  await page.reload();
  await untilOpen();
  expect(await dropFile(page)).toBe(true);
  const told = page.getByRole("dialog").filter({ hasText: "Articles are brought into the library" });
  await expect(told).toBeVisible();
}

test("a file that is dropped on the glossary is the first that happens there", async ({ page }) => {
  await openGlossary(page);
  await expectRefusal(page, () => waitUntilHeard(page));
});

test("a file that is dropped beside the text is the first that happens there", async ({ page }) => {
  await openSample(page);
  await expectRefusal(page, () => expectSaved(page));
});
