import { expect, expectNoSeriousAxe, test } from "#e2e/support/test.ts";
import { openLibrary } from "#e2e/support/wait-until-heard.ts";

test("someone opens Duizhao for the first time, finds the sample, and reads the screen in Chinese", async ({
  page,
}) => {
  await test.step("the library shows the sample article", async () => {
    await openLibrary(page);
    await expect(page).toHaveURL(/\/projects\/[a-z0-9]{20}\/library$/);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    const articles = page.getByRole("list", { name: "Articles" }).getByRole("listitem");
    await expect(articles.filter({ hasText: "Sample" })).toHaveCount(1);
    await expectNoSeriousAxe(page);
  });

  await test.step("the same address speaks Chinese", async () => {
    const address = page.url();
    await page.getByRole("button", { name: "Language and theme" }).click();
    await page.getByRole("menuitemradio", { name: "中文" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
    await expect(page.getByRole("link", { name: "Library" })).toHaveCount(0);
    expect(page.url()).toBe(address);
    await page.reload();
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
    await expectNoSeriousAxe(page);
  });
});

test("an address that leads nowhere says so in the reader's theme, and leads back", async ({
  page,
  watch,
}) => {
  await page.emulateMedia({ colorScheme: "dark" });
  for (const address of ["/nothing/at/all", "/projects/aaaaaaaaaaaaaaaaaaaa/articles/aaaaaaaaaaaaaaaaaaaa"]) {
    await page.goto(address);
    await expect(page.getByText("This page does not exist, or no longer does.")).toBeVisible();
    await expectNoSeriousAxe(page);
    await page.getByRole("link", { name: "Go to the library" }).click();
    await expect(page).toHaveURL(/\/library$/);
  }
  watch.forgive(/404/);
});
