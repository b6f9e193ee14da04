import { expect, expectNoSeriousAxe, test } from "#e2e/support/test.ts";
import { waitUntilHeard } from "#e2e/support/wait-until-heard.ts";

test.use({ locale: "zh-CN", colorScheme: "dark", viewport: { width: 390, height: 844 } });
test("someone reads the glossary in the dark, in Chinese", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "术语" }).click();
  await expect(page.getByRole("grid", { name: "术语" })).toBeVisible();
  await waitUntilHeard(page);
  await page.getByRole("row").filter({ hasText: "合龙" }).click();
  const chosen = page.getByRole("complementary", { name: "所选术语" });
  await expect(chosen.getByRole("region", { name: "用例" })).toContainText("篇文章中的");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectNoSeriousAxe(page);
  await chosen.getByRole("button", { name: "关闭" }).click();
  await expect(chosen).toBeHidden();
  await expectNoSeriousAxe(page);
});
