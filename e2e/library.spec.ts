import type { Page } from "@playwright/test";
import { expect, expectNoSeriousAxe, test } from "#e2e/support/test.ts";

const title = "渡口的灯为什么彻夜不灭？";
const answer = `# ${title}
- 点赞数：12

<body><p data-pid="aa11bb22">夜里的渡口只有一盏灯，摆渡的人说它从没灭过。</p>
<p data-pid="cc33dd44">有人问他为什么，他只是把油添满。</p></body>`;

const aFile = (name: string, html: string) => ({ name, mimeType: "text/html", buffer: Buffer.from(html) });
const listArticles = (page: Page) => page.getByRole("list", { name: "Articles" }).getByRole("listitem");

async function chooseFiles(page: Page, files: ReturnType<typeof aFile>[]): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: /Choose files|Add files/ }).click(),
  ]);
  await chooser.setFiles(files);
}

test("someone brings in a saved answer, and the same again opens the one that is here", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Import", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Import articles" });
  await expectNoSeriousAxe(page);

  await test.step("the preview shows what was read", async () => {
    await chooseFiles(page, [aFile("answer.html", answer)]);
    const item = dialog.getByRole("listitem", { name: "answer.html" });
    await expect(item.getByRole("heading", { name: title })).toBeVisible();
    await expect(item).toContainText("Zhihu · 3 segments");
    await expect(item.getByRole("radio", { name: "Not known" })).toBeChecked();
    await expectNoSeriousAxe(page);
  });

  await test.step("it is kept with what the person adds, and opens", async () => {
    await dialog.getByRole("textbox", { name: "Author" }).fill("守灯人");
    await dialog.getByRole("radio", { name: "For private study only" }).click();
    await dialog.getByRole("button", { name: "Import", exact: true }).click();
    await expect(page).toHaveURL(/\/articles\/[a-z0-9]{20}/);
    await page.goto("/");
    const row = listArticles(page).filter({ hasText: title });
    await expect(row).toContainText("守灯人");
    await expect(row).toContainText("3 to do");
  });

  await test.step("the same bytes are recognised", async () => {
    await page.getByRole("button", { name: "Import", exact: true }).click();
    await chooseFiles(page, [aFile("again.html", answer)]);
    await expect(dialog).toContainText(`Already in the library: “${title}”`);
    await expect(dialog.getByRole("button", { name: "Import", exact: true })).toBeDisabled();
    await dialog.getByRole("button", { name: "Open it" }).click();
    await expect(page).toHaveURL(/\/articles\/[a-z0-9]{20}/);
  });
});

test("someone pastes a text without a title, and is told of a file that is none", async ({ page, watch }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Import", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Import articles" });
  await dialog.getByLabel("Or paste an answer or its text").fill("桥下的水慢了。\n\n船也慢了。");
  await dialog.getByRole("button", { name: "Read this text" }).click();
  const pasted = dialog.getByRole("listitem", { name: "Pasted" });
  await expect(pasted).toContainText("Pasted text");
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect(dialog.getByText("Give it a title first.")).toBeVisible();

  await chooseFiles(page, [aFile("empty.html", "")]);
  await expect(dialog.getByRole("listitem", { name: "empty.html" }).getByRole("alert")).toHaveText(
    "The file is empty.",
  );
  // The browser itself reports an answer that refuses.
  watch.forgive(/status of 4\d\d/);
  await dialog.getByRole("button", { name: "Remove empty.html" }).click();
  await pasted.getByLabel("Title").fill("慢水");
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page).toHaveURL(/\/articles\/[a-z0-9]{20}/);
});

test("someone searches, filters, throws an article away and takes it back", async ({ page }) => {
  await page.goto("/");
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
    await page.getByRole("combobox", { name: "Show" }).selectOption("All");
  });

  await test.step("the trash gives back, by undo and by itself", async () => {
    const throwAway = async () => {
      await page.getByRole("button", { name: `Actions for ${name}` }).click();
      await page.getByRole("menuitem", { name: "Move to trash" }).click();
      await expect(sample).toHaveCount(0);
    };
    await throwAway();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(sample).toHaveCount(1);
    await throwAway();
    await page.getByRole("link", { name: "Trash" }).click();
    await expectNoSeriousAxe(page);
    await sample.getByRole("button", { name: "Restore" }).click();
    await expect(sample).toHaveCount(0);
    await page.getByRole("link", { name: "Back to the library" }).click();
    await expect(sample).toHaveCount(1);
  });
});

test("someone reads the library in the dark on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/");
  await expect(listArticles(page).filter({ hasText: "Sample" })).toHaveCount(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectNoSeriousAxe(page);
});
