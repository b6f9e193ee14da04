/** Where the caret and the view are while rows open and close around them. */
import type { Locator, Page } from "@playwright/test";
import { openArticle } from "#e2e/support/open-article.ts";
import { expect, test } from "#e2e/support/test.ts";
import { expectSaved, getTarget, goTo } from "#e2e/support/workbench-page.ts";

test.use({ library: "long article" });

const paragraphs = Array.from({ length: 300 }, (_, index) => `<p>第${index + 1}段，桥。</p>`);
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

for (const number of [4, 104]) {
  test(`a click into segment ${number} puts the caret where it points, while the row above closes`, async ({
    page,
  }) => {
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
  });
}

test("a row that somebody writes in keeps the caret while the view is elsewhere", async ({ page }) => {
  const text = await openLongArticle(page, "远处的光标");
  await page.locator(rows).evaluate((view) => {
    view.scrollTop = view.scrollHeight;
  });
  await expect(getTarget(page, 300)).toBeInViewport();
  await expect(text).toBeFocused();
  await page.keyboard.type(" more");
  await expect(text).toHaveText(`${words} more`);
  await expect(text, "the view follows the caret").toBeInViewport();
});

test("words for find never go into a text that comes back into view", async ({ page }) => {
  await openLongArticle(page, "找远处");
  await page.keyboard.press("Control+f");
  await page.keyboard.type("第299段");
  await expect(getTarget(page, 299)).toBeInViewport();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("第4段");
  await expect(getTarget(page, 4)).toBeInViewport();
  await page.keyboard.type("，桥");
  await expect(page.getByRole("searchbox")).toHaveValue("第4段，桥");
  await expect(getTarget(page, 4)).toHaveText(words);
});

test("words that stand nowhere leave the view where it is", async ({ page }) => {
  await openLongArticle(page, "找不到");
  await page.keyboard.press("Control+f");
  await page.keyboard.type("w59");
  await expect(page.getByRole("search")).toContainText("1 of 1");
  await page.locator(rows).evaluate((view) => {
    view.scrollTop = view.scrollHeight;
  });
  await expect(getTarget(page, 300)).toBeInViewport();
  await page.keyboard.type("x");
  await expect(page.getByRole("search")).toContainText("Nothing found");
  await expect(getTarget(page, 300)).toBeInViewport();
});
