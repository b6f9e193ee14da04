import { settleLocalCopies } from "#e2e/support/local-copies.ts";
import { openArticle } from "#e2e/support/open-article.ts";
import { expect, test } from "#e2e/support/test.ts";
import {
  cutNetwork,
  expectSaved,
  getRow,
  getSaveState,
  getTarget,
  goTo,
  waitForPlace,
} from "#e2e/support/workbench-page.ts";

test.use({ library: "imported" });

const paragraphs = Array.from({ length: 1200 }, (_, index) => `<p>第${index + 1}段，桥还很长。</p>`);
const answer = `# 长桥\n\n<body>${paragraphs.join("\n")}</body>`;

test("a translator works across the parts of a long article", async ({ page }) => {
  await openArticle(page, "长桥有多长？", answer);

  await test.step("types in two parts, and undoes in the order in which it was typed", async () => {
    // Each at once: keys that a busy machine presses with a pause between them are two steps.
    await goTo(page, 499);
    await page.keyboard.insertText("four nine nine");
    await goTo(page, 501);
    await page.keyboard.insertText("five nil one");
    await goTo(page, 499);
    await page.keyboard.press("Control+End");
    await page.keyboard.insertText(", again");
    await expectSaved(page);

    await page.keyboard.press("Control+z");
    await expect(getTarget(page, 499)).toHaveText("four nine nine");
    await page.keyboard.press("Control+z");
    await expect(getTarget(page, 501)).toBeFocused();
    await expect(getTarget(page, 501)).toHaveText("");
    await page.keyboard.press("Control+z");
    await expect(getTarget(page, 499)).toBeFocused();
    await expect(getTarget(page, 499)).toHaveText("");
  });

  await test.step("does all of it again", async () => {
    for (let count = 0; count < 3; count += 1) await page.keyboard.press("Control+Shift+z");
    await expect(getTarget(page, 499)).toHaveText("four nine nine, again");
    await expect(getTarget(page, 501)).toHaveText("five nil one");
    await expectSaved(page);
  });

  await test.step("scrolls from the first row to the last without seeing a gap", async () => {
    const gaps = await page.locator("[data-workbench-scroll]").evaluate(async (view) => {
      const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const isRow = (part: number) => {
        const box = view.getBoundingClientRect();
        const place = [box.left + box.width / 4, box.top + box.height * part] as const;
        return document.elementFromPoint(...place)?.closest("li") !== null;
      };
      const found: number[] = [];
      view.scrollTop = 0;
      await nextFrame();
      await nextFrame();
      // The room below the last row is no gap.
      const end = () => view.scrollHeight - view.clientHeight - 200;
      for (; view.scrollTop < end(); view.scrollTop += view.clientHeight * 0.8) {
        await nextFrame();
        await nextFrame();
        if (![0.1, 0.4, 0.7].every(isRow)) found.push(Math.round(view.scrollTop));
      }
      return found;
    });
    expect(gaps).toEqual([]);
  });

  await test.step("comes back to where it was left", async () => {
    const placeKept = waitForPlace(page, 1000);
    await goTo(page, 1000);
    await page.keyboard.type("a thousand");
    await expectSaved(page);
    await placeKept;
    await page.reload();
    await expectSaved(page);
    await expect(getTarget(page, 1000)).toBeFocused();
    await expect(getTarget(page, 1000)).toHaveText("a thousand");
  });
});

test("who goes back to the library, and forward again, is where they were", async ({ page }) => {
  const title = "来回走的桥";
  await openArticle(page, title, answer);
  await page.getByRole("link", { name: "Library" }).click();
  await page.getByRole("link", { name: title }).click();
  await expectSaved(page);
  const placeKept = waitForPlace(page, 30);
  await goTo(page, 30);
  await placeKept;
  await page.goBack();
  await expect(page).toHaveURL(/\/library/);
  await page.goForward();
  await expect(getTarget(page, 30)).toBeFocused();
});

test("text typed offline far down is sent at the next visit, wherever that begins", async ({
  page,
  context,
  browser,
  server,
  watch,
}) => {
  await openArticle(page, "离线的桥", answer);
  await goTo(page, 1150);
  await page.keyboard.type("sent ");
  await expectSaved(page);
  await cutNetwork(page);
  await page.keyboard.type("later");
  await expect(getSaveState(page)).toContainText("5 changes");
  await settleLocalCopies(page);
  const address = page.url();
  await page.close();
  await context.setOffline(false);

  const again = await context.newPage();
  await again.goto(`${address}#segment-3`);
  await expect(getTarget(again, 3)).toBeFocused();
  await expectSaved(again);
  const elsewhere = await browser.newContext({ baseURL: server.url });
  const other = await elsewhere.newPage();
  await other.goto(`${address}#segment-1150`);
  await expect(getTarget(other, 1150)).toHaveText("sent later");
  await elsewhere.close();
  watch.forgive(/ERR_INTERNET_DISCONNECTED/);
});

test.describe("with a finger", () => {
  test.use({ hasTouch: true });
  test("the card of a term goes with its row when this leaves the page", async ({ page }) => {
    await openArticle(page, "弯道有多长？", answer.replaceAll("桥还很长", "弯道超车"));
    const mark = getRow(page, 3).locator("[data-term]");
    const card = page.getByRole("dialog", { name: "The term 弯道超车" });
    await mark.tap();
    await expect(card).toBeVisible();
    await page.locator("[data-workbench-scroll]").evaluate((view) => view.scrollTo(0, 9999));
    await expect(mark).toHaveCount(0);
    await expect(card).toBeHidden();
  });
});
