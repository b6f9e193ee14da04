import { openArticle, readFixture } from "#e2e/support/open-article.ts";
import { expect, expectNoSeriousAxe, test } from "#e2e/support/test.ts";
import { getRow, getTarget, waitForEditor } from "#e2e/support/workbench-page.ts";

test.use({ library: "imported" });

test("formulas are typeset on both sides, and go into the translation whole", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openArticle(page, "公式", readFixture("answers/18-formulas.md"));
  const copied = () => page.evaluate(() => navigator.clipboard.readText());

  await test.step("in the text and on a line of their own", async () => {
    await expect(getRow(page, 2).locator(".katex")).toHaveCount(1);
    await expect(getRow(page, 2).locator("math")).toContainText("H");
    await expect(page.locator(".formula-display .katex-display")).toHaveCount(2);
    await expectNoSeriousAxe(page);
  });

  await test.step("in the editor, carried over from the source", async () => {
    await getTarget(page, 2).click();
    await waitForEditor(page, 2);
    await page.keyboard.type("The thrust is ");
    await getRow(page, 2).getByRole("button", { name: String.raw`$H=\frac{ql^2}{8f}$` }).click();
    await page.keyboard.type(".");
    await expect(getTarget(page, 2).locator(".katex")).toHaveCount(1);
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Control+c");
    expect(await copied()).toBe(String.raw`The thrust is $H=\frac{ql^2}{8f}$.`);
    await expectNoSeriousAxe(page);
  });

  await test.step("and are copied from the source as TeX", async () => {
    await page.evaluate(() => {
      const source = document.querySelector('[data-segment="2"] [data-source]');
      if (source) window.getSelection()?.selectAllChildren(source);
    });
    await page.keyboard.press("Control+c");
    expect(await copied()).toBe(String.raw`拱的推力为$H=\frac{ql^2}{8f}$，其中 f 是矢高。`);
  });
});

test("what is no formula stays what it is, and does nothing", async ({ page }) => {
  await openArticle(page, "坏公式", readFixture("hostile/19-tex.md"));
  const source = getRow(page, 3).locator("[data-source]");
  await expect(source.locator(".katex")).not.toHaveCount(0);
  await expect(source.locator("code.placeholder")).toContainText([String.raw`\def\a{\a\a}\a`]);
  await expect(page.locator(".formula a, .formula img, .formula script")).toHaveCount(0);
  expect(await page.evaluate(() => "__pwned" in window)).toBe(false);
});

test("a table is read as one, cell by cell, with the names of its columns", async ({ page }) => {
  const fetched: string[] = [];
  page.on("response", (response) => fetched.push(response.url()));
  await openArticle(page, "桥表", readFixture("answers/22-table.md"));
  await test.step("and fetches nothing that sets formulas, since it has none", async () => {
    const sheets = await page.evaluate(() =>
      [...document.styleSheets].filter((sheet) =>
        [...sheet.cssRules].some((rule) => rule.cssText.startsWith(".katex {")),
      ),
    );
    expect(sheets).toHaveLength(0);
    expect(fetched.filter((url) => url.includes("KaTeX"))).toEqual([]);
  });
  await expect(getRow(page, 5).locator("[data-source]")).toHaveText("1998");
  await test.step("on the left in Chinese, on the right in the words of the translation", async () => {
    await expect(getRow(page, 6).locator(".cell-label")).toHaveText(["跨度", "跨度"]);
    await getTarget(page, 3).click();
    await page.keyboard.type("Span");
    await expect(getRow(page, 6).locator(".cell-label")).toHaveText(["跨度", "Span"]);
  });
  await test.step("in frames that touch", async () => {
    const places = await page
      .locator("[data-segment] .workbench-source .cell-frame")
      .evaluateAll((frames) => frames.map((frame) => frame.getBoundingClientRect().toJSON() as DOMRect));
    expect(places).toHaveLength(5);
    for (const [index, place] of places.slice(1).entries()) {
      const above = places[index];
      expect(Math.abs(place.y - (above?.y ?? 0) - (above?.height ?? 0))).toBeLessThan(1);
    }
  });
  await expectNoSeriousAxe(page);
});
