import { expect, expectNoSeriousAxe, test } from "#e2e/support/test.ts";
import { getRow, getTarget, openSample } from "#e2e/support/workbench-page.ts";

test("a translator is told of a forbidden rendering, where it stands and in words", async ({ page }) => {
  await openSample(page);
  const marked = getRow(page, 6).locator(".misuse");

  await test.step("while writing", async () => {
    await getTarget(page, 6).click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type(" Curve overtaking");
    await expect(marked).toHaveText("Curve overtaking");
    const panel = page.getByRole("complementary", { name: "Terms" });
    await expect(panel).toContainText("“Curve overtaking” is forbidden: use “overtake on the bend”");
    await expect(getRow(page, 6).locator(".term-mark-misused")).toHaveText("弯道超车");
    await expectNoSeriousAxe(page);
  });

  await test.step("no more when the words are others", async () => {
    await page.keyboard.type("s");
    await expect(marked).toHaveCount(0);
    await expect(page.getByText("is forbidden:")).toHaveCount(0);
    await page.keyboard.press("Backspace");
  });

  await test.step("and when the text is only read", async () => {
    await getTarget(page, 7).click();
    await expect(marked).toHaveText("Curve overtaking");
    await expect(marked).toHaveAttribute("title", /^“Curve overtaking” is forbidden/);
  });
});
