/** Where the caret and the view are while rows open and close around them. */
import type { Locator, Page } from "@playwright/test";
import { openArticle } from "#e2e/support/open-article.ts";
import { expect, test } from "#e2e/support/test.ts";
import { expectSaved, getTarget, goTo } from "#e2e/support/workbench-page.ts";

test.use({ library: "imported" });

const paragraphs = Array.from({ length: 160 }, (_, index) => `<p>第${index + 1}段，桥。</p>`);
const answer = `# 长桥\n\n<body>${paragraphs.join("\n")}</body>`;
const words = Array.from({ length: 60 }, (_, index) => `w${index}`).join(" ");
const rows = "[data-workbench-scroll]";

/** The word under a place in a text, in pixels from its corner. */
function readWord(text: Locator, place: { x: number; y: number }): Promise<string> {
  return text.evaluate((element, { x, y }) => {
    const box = element.getBoundingClientRect();
    const caret = document.caretPositionFromPoint(box.left + x, box.top + y);
    const [before = "", after = ""] = [
      caret?.offsetNode.textContent?.slice(0, caret.offset),
      caret?.offsetNode.textContent?.slice(caret.offset),
    ];
    return `${/\w*$/.exec(before)?.[0]}${/^\w*/.exec(after)?.[0]}`;
  }, place);
}

async function getTop(text: Locator): Promise<number> {
  return (await text.boundingBox())?.y ?? Number.NaN;
}

async function openLongArticle(page: Page, title: string, number = 4): Promise<Locator> {
  await openArticle(page, title, answer);
  await goTo(page, number);
  await page.keyboard.insertText(words);
  await expectSaved(page);
  return getTarget(page, number);
}

test("a click puts the caret where it points, while the row above closes", async ({ page }) => {
  for (const number of [4, 104]) {
    const text = await openLongArticle(page, `光标${number}`, number);
    await goTo(page, number - 2);
    const place = { x: 150, y: 45 };
    const word = await readWord(text, place);
    const top = await getTop(text);
    await text.click({ position: place });
    await expect(text).toBeFocused();
    // At the beginning of the list there is nothing above that could come down.
    if (number > 4) expect(Math.abs((await getTop(text)) - top)).toBeLessThan(2);
    await page.keyboard.type("!");
    await expect(text).toHaveText(/!/);
    const written = (await text.textContent())?.split(" ").find((each) => each.includes("!"));
    expect(written?.replace("!", "")).toBe(word);
  }
});

test("an active row keeps what is its own while the view is elsewhere", async ({ page }) => {
  const text = await openLongArticle(page, "远处的光标");
  const last = getTarget(page, paragraphs.length + 1);
  const scrollDown = () =>
    page.locator(rows).evaluate((view) => {
      view.scrollTop = view.scrollHeight;
    });

  await test.step("words for find never go into a text that comes back into view", async () => {
    await page.keyboard.press("Control+f");
    await page.keyboard.type("第149段");
    await expect(getTarget(page, 150)).toBeInViewport();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("第3段");
    await expect(text).toBeInViewport();
    await page.keyboard.type("，桥");
    await expect(page.getByRole("searchbox")).toHaveValue("第3段，桥");
    await expect(text).toHaveText(words);
  });

  await test.step("words that stand nowhere leave the view where it is", async () => {
    await expect(async () => {
      // The hits of the words before may still bring the view to them.
      await scrollDown();
      await expect(last).toBeInViewport({ timeout: 300 });
    }).toPass();
    await page.keyboard.type("x");
    await expect(page.getByRole("search")).toContainText("Nothing found");
    await expect(last).toBeInViewport();
    await page.keyboard.press("Escape");
  });

  await test.step("what is typed goes to the caret, and the view with it", async () => {
    await goTo(page, 4);
    await scrollDown();
    await expect(last).toBeInViewport();
    await expect(text).toBeFocused();
    await page.keyboard.press("Control+End");
    await page.keyboard.type(" more");
    await expect(text).toHaveText(`${words} more`);
    await expect(text).toBeInViewport();
  });
});
