import type { Page } from "@playwright/test";
import { addTerm, openGlossary } from "#e2e/support/glossary-page.ts";
import { expect, expectNoSeriousAxe, test } from "#e2e/support/test.ts";
import { getRow, getTarget, openSample } from "#e2e/support/workbench-page.ts";

const getMark = (page: Page, text: string) =>
  getRow(page, 6).locator("[data-term]").filter({ hasText: text });
const getCard = (page: Page, text: string) => page.getByRole("dialog", { name: `The term ${text}` });

test("a translator looks a term up in the text, by pointer and by key", async ({ page }) => {
  // A second concept for a term that the sample's glossary has.
  await openGlossary(page);
  await addTerm(page, "弯道超车", "pass on the curve");
  const fetchedAhead: string[] = [];
  page.on("request", (request) => {
    if (/glossary\?concept=/.test(request.url())) fetchedAhead.push(request.url());
  });
  await openSample(page);
  await getTarget(page, 6).click();
  await page.keyboard.press("Control+End");

  await test.step("pointing at it opens a card with all concepts of that name, approved first", async () => {
    await getMark(page, "弯道超车").hover();
    const card = getCard(page, "弯道超车");
    const concepts = card.getByRole("article");
    await expect(concepts).toHaveCount(2);
    await expect(concepts.first()).toContainText("overtake on the bend");
    await expect(concepts.first()).toContainText("Used in 1 segment");
    await expect(concepts.last()).toContainText("pass on the curve");
    await expect(concepts.last()).toContainText("proposed by you");
    await expect(getTarget(page, 6)).toBeFocused();
    await expectNoSeriousAxe(page);
    await page.keyboard.press("Escape");
    await expect(card).toBeHidden();
    await expect(getTarget(page, 6)).toBeFocused();
  });

  await test.step("a key goes from term to term, and back to the caret", async () => {
    await page.mouse.move(0, 0);
    await page.keyboard.press("Alt+g");
    await expect(getCard(page, "弯道超车")).toBeVisible();
    await page.keyboard.press("Alt+g");
    await expect(getCard(page, "合龙").getByRole("button", { name: /^Insert/ })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(getTarget(page, 6)).toBeFocused();
    await page.keyboard.type(" So they");
    await expect(getTarget(page, 6)).toContainText(/ So they$/);
  });

  await test.step("a rendering is inserted from the card", async () => {
    await page.keyboard.press("Alt+g");
    await expect(
      getCard(page, "弯道超车")
        .getByRole("button", { name: /^Insert/ })
        .first(),
    ).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(getCard(page, "弯道超车")).toBeHidden();
    await expect(getTarget(page, 6)).toContainText(/ So theyovertake on the bend$/);
  });

  await test.step("a term out of view is brought back", async () => {
    await page.locator("[data-workbench-scroll]").evaluate((scroller) => scroller.scrollTo(0, 9999));
    await expect(getRow(page, 6)).not.toBeInViewport();
    await page.keyboard.press("Alt+g");
    await expect(getCard(page, "弯道超车")).toBeInViewport();
    await page.keyboard.press("Escape");
  });

  await test.step("the pointer may go into the card, and leaving both closes it", async () => {
    await getMark(page, "弯道超车").hover();
    await getCard(page, "弯道超车").getByText("leapfrog").hover();
    await expect(getCard(page, "弯道超车")).toBeVisible();
    await page.mouse.move(0, 0);
    await expect(getCard(page, "弯道超车")).toBeHidden();
  });

  await test.step("the concept opens in the glossary", async () => {
    await getMark(page, "合龙").click();
    await expect(getCard(page, "合龙").getByRole("link")).toBeVisible();
    expect(fetchedAhead).toEqual([]);
    await getCard(page, "合龙").getByRole("link").click();
    await expect(page).toHaveURL(/\/glossary\?concept=[a-z0-9]{20}$/);
  });
});

test.describe("with a finger", () => {
  test.use({ hasTouch: true });
  test("a tap opens the card, and a tap beside it closes it", async ({ page }) => {
    await openSample(page);
    await getTarget(page, 6).tap();
    await getMark(page, "弯道超车").tap();
    await expect(getCard(page, "弯道超车")).toBeVisible();
    await getRow(page, 6)
      .locator("[data-source]")
      .tap({ position: { x: 10, y: 10 } });
    await expect(getCard(page, "弯道超车")).toBeHidden();
  });

  test("the terms of a segment, which come from below, leave its row in view", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await openSample(page);
    const row = getRow(page, 4);
    await getTarget(page, 4).tap();
    await expect(getTarget(page, 4)).toBeFocused();
    // At the foot of the window, where they come.
    await row.evaluate((element) => element.scrollIntoView({ block: "end" }));
    await page.getByRole("button", { name: "Terms", exact: true }).tap();
    await expect(page.getByRole("complementary", { name: "Terms" })).toBeVisible();
    await expect(row).toBeInViewport({ ratio: 0.9 });
  });
});
