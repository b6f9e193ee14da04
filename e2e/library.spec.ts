import { holdToast } from "#e2e/support/hold-toast.ts";
import { listArticles } from "#e2e/support/library-page.ts";
import { openArticle, readFixture } from "#e2e/support/open-article.ts";
import { expect, expectNoSeriousAxe, test } from "#e2e/support/test.ts";
import { openLibrary } from "#e2e/support/wait-until-heard.ts";
import { expectSaved, goTo } from "#e2e/support/workbench-page.ts";

test("a whole text that is put into the search is cut to what can be asked", async ({ page }) => {
  await openLibrary(page);
  const field = page.getByRole("searchbox", { name: "Search titles and text" });
  await field.focus();
  await page.keyboard.insertText("长".repeat(3000));
  await expect(field).toHaveValue("长".repeat(200));
  await expect(page.getByText("No article here matches.")).toBeVisible();
});

test("what is typed while details are on their way stays, and is saved with the next", async ({ page }) => {
  await openArticle(page, "谁写的桥？", readFixture("answers/28-short-joke.md"));
  await openLibrary(page);
  const row = listArticles(page).filter({ hasText: "谁写的桥？" });
  const dialog = page.getByRole("dialog", { name: "Details of the article" });
  const author = dialog.getByRole("textbox", { name: "Author" });
  const save = dialog.getByRole("button", { name: "Save" });
  const edit = async () => {
    await page.getByRole("button", { name: "Actions for 谁写的桥？" }).click();
    await page.getByRole("menuitem", { name: "Edit details" }).click();
  };
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route("**/library*", async (route) => {
    if (route.request().method() === "POST") await promise;
    await route.continue();
  });
  await edit();
  await author.fill("守灯");
  await save.click();
  await author.fill("守灯人");
  resolve();
  await expect(save).toBeEnabled();
  await expect(author).toHaveValue("守灯人");
  await page.keyboard.press("Escape");
  await edit();
  await expect(author).toHaveValue("守灯人");
  await save.click();
  await expect(dialog).toBeHidden();
  await expect(row).toContainText("守灯人");
});

test("who goes to the library right after a confirmation finds it there", async ({ page }) => {
  const title = "刚译完的桥";
  // Once it was shown it comes at once, before the text is stored.
  await openLibrary(page);
  await openArticle(page, title, readFixture("answers/28-short-joke.md"));
  await goTo(page, 1);
  await page.keyboard.type("Just done");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByLabel(/^Approved by/)).toHaveCount(1);
  await page.getByRole("link", { name: "Library" }).click();
  const row = listArticles(page).filter({ hasText: title });
  await expect(row).toContainText("1 approved");
  await expect(row).toContainText("Just done");
});

test("a library that is open counts what is confirmed in another window", async ({ page, context }) => {
  const title = "别处译的桥";
  await openArticle(page, title, readFixture("answers/28-short-joke.md"));
  const other = await context.newPage();
  await openLibrary(other);
  const row = listArticles(other).filter({ hasText: title });
  await expect(row).toContainText("to do");
  await goTo(page, 1);
  await page.keyboard.type("Done elsewhere");
  await page.keyboard.press("Control+Enter");
  await expect(row).toContainText("1 approved");
  await expect(row).toContainText("Done elsewhere");
});

test("someone finds words in the texts, and opens the segment that has them", async ({ page }) => {
  await openLibrary(page);
  await page.getByRole("searchbox", { name: "Search titles and text" }).fill("拱架");
  const places = listArticles(page).getByRole("link", { name: /^in segment \d+/ });
  await expect(places.first().locator("mark")).toHaveText("拱架");
  await expectNoSeriousAxe(page);
  const number = /segment (\d+)/.exec((await places.first().textContent()) ?? "")?.[1];
  await places.first().click();
  await expect(page).toHaveURL(new RegExp(`/articles/[a-z0-9]{20}#segment-${number}$`));
});

test("words typed into the search before the page is alive are searched", async ({ page }) => {
  const alive = Promise.withResolvers<void>();
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    await alive.promise;
    await route.continue();
  });
  await page.goto("/", { waitUntil: "commit" });
  const field = page.getByRole("searchbox", { name: "Search titles and text" });
  await field.fill("没有这样的话");
  alive.resolve();
  await expect(page.getByText("No article here matches.")).toBeVisible();
  await expect(field).toHaveValue("没有这样的话");
});

test("someone searches, filters, throws an article away and takes it back", async ({ page }) => {
  await openLibrary(page);
  const articles = listArticles(page);
  const sample = articles.filter({ hasText: "Sample" });
  await expect(sample).toHaveCount(1);
  const name = (await sample.getByRole("heading").textContent()) ?? "";

  await test.step("search and filter narrow the list, and live in the address", async () => {
    await page.getByRole("searchbox", { name: "Search titles and text" }).fill("没有这样的话");
    await expect(articles).toHaveCount(0);
    await expect(page).toHaveURL(/query=/);
    await page.getByRole("link", { name: "Show all" }).click();
    await expect(sample).toHaveCount(1);
    await page.getByRole("combobox", { name: "Show" }).selectOption("In progress");
    await expect(page).toHaveURL(/filter=in-progress/);
    await expect(sample).toHaveCount(1);
    await page.getByRole("combobox", { name: "Show" }).selectOption("Done");
    await expect(sample).toHaveCount(0);
    await expect(page.getByText("No article is done yet.")).toBeVisible();
    await page.getByRole("combobox", { name: "Show" }).selectOption("All");
  });

  await test.step("the trash gives back, by undo and by itself", async () => {
    const throwAway = async () => {
      await page.getByRole("button", { name: `Actions for ${name}` }).click();
      await page.getByRole("menuitem", { name: "Move to trash" }).click();
      await holdToast(page, "is in the trash");
      await expect(sample).toHaveCount(0);
    };
    await throwAway();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByText("is back in the library")).toHaveCount(1);
    await expect(sample).toHaveCount(1);
    await throwAway();
    await page.getByRole("link", { name: "Trash" }).click();
    await expect(sample).toContainText("Removed for good in 30 days");
    await expectNoSeriousAxe(page);
    await sample.getByRole("button", { name: "Restore" }).click();
    await holdToast(page, "is back in the library");
    await expect(sample).toHaveCount(0);
    await expect(page.getByText("is in the trash"), "what is past is told no more").toHaveCount(0);
    await expect(page.getByRole("list", { name: "Articles" }), "it has the row's focus").toBeFocused();
    await page.getByRole("link", { name: "Back to the library" }).click();
    await expect(sample).toHaveCount(1);
  });

  await test.step("its address leads to the way out of the trash", async () => {
    await sample.getByRole("link").first().click();
    await expectSaved(page);
    const address = page.url();
    await page.getByRole("button", { name: "More about this article" }).click();
    await page.getByRole("menuitem", { name: "Move to trash" }).click();
    await expect(page).toHaveURL(/library/);
    await page.goto(address);
    await expect(page.getByText(`“${name}” is in the trash.`)).toBeVisible();
    await expectNoSeriousAxe(page);
    await page.getByRole("button", { name: "Restore" }).click();
    await expectSaved(page);
  });
});

test("someone reads the library in the dark on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: "dark" });
  await openLibrary(page);
  await expect(listArticles(page).filter({ hasText: "Sample" })).toHaveCount(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectNoSeriousAxe(page);
  await page.getByRole("button", { name: "Language and theme" }).click();
  await expect(page.getByRole("menuitemradio", { name: "English" })).toBeChecked();
  await expectNoSeriousAxe(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "Import articles" })).toBeVisible();
  await expectNoSeriousAxe(page);
  await page.keyboard.press("Escape");
  await page.goto(`${page.url()}?trash=1`);
  await expectNoSeriousAxe(page);
});
