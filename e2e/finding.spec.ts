import type { Page } from "@playwright/test";
import { openArticle, readFixture } from "#e2e/support/open-article.ts";
import { expect, expectNoSeriousAxe, test } from "#e2e/support/test.ts";
import { expectSaved, getRow, getTarget, waitForEditor } from "#e2e/support/workbench-page.ts";

test.use({ library: "imported" });

const getBar = (page: Page) => page.getByRole("search");

/** What is marked in the page: all hits but the current one, and the current one. */
function readMarks(page: Page): Promise<{ others: string[]; current: string[] }> {
  return page.evaluate(() => {
    const read = (name: string) => [...(CSS.highlights.get(name) ?? [])].map((range) => String(range));
    return { others: read("found"), current: read("found-current") };
  });
}

async function find(page: Page, words: string): Promise<void> {
  await page.keyboard.press("Control+f");
  await page.keyboard.type(words);
}

test("someone finds words in the article, hit by hit", async ({ page, context }) => {
  await openArticle(page, "一座桥的桥墩", readFixture("answers/01-whole-answer.md"));

  await test.step("all hits are counted and marked, and one of them is the current one", async () => {
    await getTarget(page, 1).click();
    await waitForEditor(page, 1);
    await page.keyboard.type("A bridge, a Bridge, abridged");
    await find(page, "bridge");
    await expect(getBar(page)).toContainText("1 of 3");
    await expect.poll(() => readMarks(page)).toEqual({ others: ["Bridge", "bridge"], current: ["bridge"] });
    await expectNoSeriousAxe(page);
  });

  await test.step("Enter walks through the hits of one segment, and round", async () => {
    await page.keyboard.press("Enter");
    await expect(getBar(page)).toContainText("2 of 3");
    await expect.poll(async () => (await readMarks(page)).current).toEqual(["Bridge"]);
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.press("Shift+Enter");
    await expect(getBar(page)).toContainText("3 of 3");
  });

  await test.step("Escape leaves the caret behind the words", async () => {
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.press("Escape");
    await expect(getBar(page)).toHaveCount(0);
    await expect.poll(() => readMarks(page)).toEqual({ others: [], current: [] });
    await page.keyboard.type(" of stone");
    await expect(getTarget(page, 1)).toHaveText("A bridge, a Bridge of stone, abridged");
  });

  await test.step("what somebody else types is found at once", async () => {
    await find(page, "bridge");
    await expect(getBar(page)).toContainText("3");
    const other = await context.newPage();
    await other.goto(page.url());
    await expectSaved(other);
    await getTarget(other, 2).click();
    await other.keyboard.type("Bridges");
    await expect(getBar(page)).toContainText("of 4");
    await expect.poll(async () => (await readMarks(page)).others).toContain("Bridge");
    await other.close();
  });
});

test("the bar lies on no hit, and moves the text of nobody who has read on", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 480 });
  await openArticle(page, "第一行的桥", readFixture("answers/01-whole-answer.md"));
  await find(page, "第一行");
  await expect(getBar(page)).toContainText("1 of 1");
  const getTop = async (number: number) => (await getRow(page, number).boundingBox())?.y ?? 0;
  const bar = await getBar(page).boundingBox();
  await expect.poll(() => getTop(1)).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
  await page.keyboard.press("Escape");
  await page.locator("[data-workbench-scroll]").evaluate((list) => list.scrollTo(0, 300));
  await expect(getRow(page, 6)).toBeInViewport();
  const before = await getTop(6);
  await page.keyboard.press("Control+f");
  await expect(getBar(page)).toBeVisible();
  expect(await getTop(6)).toBeCloseTo(before, 0);
  await page.getByRole("button", { name: "Close find" }).click();
  await expect(getBar(page)).toHaveCount(0);
  expect(await getTop(6)).toBeCloseTo(before, 0);
});

test("formulas are found by their TeX, and marked whole", async ({ page }) => {
  await openArticle(page, "找公式", readFixture("answers/18-formulas.md"));
  await expect(getRow(page, 2).locator(".katex")).toHaveCount(1);
  await find(page, "ql^2");
  await expect(getBar(page)).toContainText("1 of 1");
  await expect(getRow(page, 2).locator(".formula")).toHaveAttribute("data-found", "found-current");
});

test("in a long article, what others typed far away is found too", async ({ page, context }) => {
  const paragraphs = Array.from(
    { length: 1700 },
    (_, index) => `<p data-pid="p${index}">第${index + 1}段写石头。</p>`,
  );
  await openArticle(page, "长文", `# 长文\n- 点赞数：1\n\n<body>${paragraphs.join("\n")}</body>`);
  const other = await context.newPage();
  await other.goto(`${page.url()}#segment-1650`);
  await expectSaved(other);
  await waitForEditor(other, 1650);
  await expect(getTarget(other, 1650)).toBeFocused();
  await other.keyboard.type("A keystone");
  await expectSaved(other);

  await find(page, "keystone");
  await expect(getBar(page)).toContainText("1 hit");
  await page.keyboard.press("Enter");
  await expect(getBar(page)).toContainText("1 of 1");
  await expect(getRow(page, 1650)).toBeInViewport();
  await expect.poll(async () => (await readMarks(page)).current).toEqual(["keystone"]);
  await page.keyboard.press("Escape");
  await expect(getTarget(page, 1650)).toBeFocused();
});
