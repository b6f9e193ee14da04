/** Articles on their way into the library. */
import type { Page } from "@playwright/test";
import { listArticles } from "#e2e/support/library-page.ts";
import { expect, expectNoSeriousAxe, test } from "#e2e/support/test.ts";
import { openLibrary } from "#e2e/support/wait-until-heard.ts";

const title = "渡口的灯为什么彻夜不灭？";
const answer = `# ${title}
- 点赞数：12

<body><p data-pid="aa11bb22">夜里的渡口只有一盏灯，摆渡的人说它从没灭过。</p>
<p data-pid="cc33dd44">有人问他为什么，他只是把油添满。</p></body>`;

const aFile = (name: string, html: string) => ({ name, mimeType: "text/html", buffer: Buffer.from(html) });

async function chooseFiles(page: Page, files: ReturnType<typeof aFile>[]): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: /Choose files|Add files/ }).click(),
  ]);
  await chooser.setFiles(files);
}

test("someone brings in a saved answer, and the same again opens the one that is here", async ({ page }) => {
  await openLibrary(page);
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
    await openLibrary(page);
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

test("someone brings several files: one is damaged, one is given up, and closing the dialog loses none", async ({
  page,
  watch,
}) => {
  await openLibrary(page);
  await page.getByRole("button", { name: "Import", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Import articles" });
  const noted = answer
    .replaceAll("渡口", "码头")
    .replace("</body>", "<p>末段。<script>x</script></p></body>");
  await chooseFiles(page, [
    aFile("noted.html", noted),
    aFile("other.html", answer.replaceAll("渡口", "河埠")),
    aFile("list.json", "{}"),
  ]);
  await expect(dialog.getByRole("button", { name: "Import all 2 articles" })).toBeEnabled();
  watch.forgive(/status of 4\d\d/);
  const bad = dialog.getByRole("listitem", { name: "list.json" });
  await expect(bad.getByRole("alert")).toBeVisible();
  await expect(bad.getByRole("button", { name: "Try again" })).toHaveCount(0);
  await dialog
    .getByRole("listitem", { name: "noted.html" })
    .getByRole("textbox", { name: "Author" })
    .fill("守灯人");

  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Import (2 waiting)" }).click();
  await expect(
    dialog.getByRole("listitem", { name: "noted.html" }).getByRole("textbox", { name: "Author" }),
  ).toHaveValue("守灯人");
  await dialog.getByRole("button", { name: "Remove other.html" }).click();
  await expect(dialog.getByText("One element that cannot be kept")).toBeHidden();
  await dialog.getByText("1 thing was left out or changed").click();
  await expect(dialog.getByText("One element that cannot be kept")).toBeVisible();
  await expectNoSeriousAxe(page);
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page).toHaveURL(/\/articles\/[a-z0-9]{20}/);

  await test.step("what was left out is told afterwards, too, and the details keep what is typed", async () => {
    await openLibrary(page);
    const row = listArticles(page).filter({ hasText: "码头的灯" });
    await row.getByRole("button", { name: "1 note from the import" }).click();
    const details = page.getByRole("dialog", { name: "Details of the article" });
    await expect(details).toContainText("One element that cannot be kept");
    await details.getByRole("textbox", { name: "Author" }).fill("林河");
    await expectNoSeriousAxe(page);
    await page.keyboard.press("Escape");
    await row.getByRole("button", { name: "1 note from the import" }).click();
    await expect(details.getByRole("textbox", { name: "Author" })).toHaveValue("林河");
    await details.getByRole("button", { name: "Save" }).click();
    await expect(row).toContainText("林河");
  });
});

test("what is typed for one while another is imported goes with it", async ({ page }) => {
  const release = Promise.withResolvers<void>();
  await page.route(/\/api\/imports\/./, async (route) => {
    await release.promise;
    await route.continue();
  });
  await openLibrary(page);
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await chooseFiles(page, [
    aFile("early.html", answer.replaceAll("渡口", "城门")),
    aFile("late.html", answer.replaceAll("渡口", "钟楼")),
  ]);
  const dialog = page.getByRole("dialog", { name: "Import articles" });
  const findAuthor = (name: string) =>
    dialog.getByRole("listitem", { name }).getByRole("textbox", { name: "Author" });
  await dialog.getByRole("button", { name: "Import all 2 articles" }).click();
  await expect(findAuthor("early.html"), "it is on its way").not.toBeEditable();
  await findAuthor("late.html").fill("敲钟人");
  release.resolve();
  await expect(dialog).toBeHidden();
  await expect(listArticles(page).filter({ hasText: "钟楼" })).toContainText("敲钟人");
});

test("what is given up while others are imported is neither imported nor sent again", async ({
  page,
  watch,
}) => {
  const asked: string[] = [];
  const release = Promise.withResolvers<void>();
  await page.route(/\/api\/imports/, async (route) => {
    const request = route.request();
    asked.push(`${request.method()} ${/imports$/.test(request.url()) ? "file" : "upload"}`);
    if (asked.at(-1) === "POST upload") await release.promise;
    await route.continue();
  });
  await openLibrary(page);
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await chooseFiles(page, [
    aFile("first.html", answer.replaceAll("渡口", "桥头")),
    aFile("second.html", answer.replaceAll("渡口", "井边")),
  ]);
  const dialog = page.getByRole("dialog", { name: "Import articles" });
  await dialog.getByRole("button", { name: "Import all 2 articles" }).click();
  await expect.poll(() => asked.filter((each) => each === "POST upload")).toHaveLength(1);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect.poll(() => asked.filter((each) => each === "DELETE upload")).toHaveLength(2);
  const answered = page.waitForResponse(
    (response) => response.request().method() === "POST" && /imports\/./.test(response.url()),
  );
  release.resolve();
  await answered;
  // Time for what must not come.
  await page.waitForTimeout(500);
  expect(asked.filter((each) => each.startsWith("POST"))).toEqual(["POST file", "POST file", "POST upload"]);
  // The first was given up, too, before it was asked for.
  watch.forgive(/status of 404/);
});

test("a file that is dragged over the page finds all of it ready", async ({ page }) => {
  await openLibrary(page);
  await expect(listArticles(page).first()).toBeVisible();
  const transfer = await page.evaluateHandle(
    (text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], "dropped.html", { type: "text/html" }));
      return data;
    },
    answer.replaceAll("渡口", "岸边"),
  );
  await page.dispatchEvent("body", "dragenter", { dataTransfer: transfer });
  // While a file is held over a page, its browser tells so several times a second.
  await expect(async () => {
    await page.dispatchEvent("body", "dragover", { dataTransfer: transfer });
    await expect(page.getByText("Let go to import")).toBeVisible({ timeout: 300 });
  }).toPass();
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
  await expect(page.getByText("Let go to import")).toBeHidden();
  const dialog = page.getByRole("dialog", { name: "Import articles" });
  await expect(dialog.getByRole("heading", { name: "岸边的灯为什么彻夜不灭？" })).toBeVisible();
  await expect(page.getByText("Articles are brought into the library"), "it is here already").toHaveCount(0);
});

test("someone pastes a text without a title, and is told of a file that is none", async ({ page, watch }) => {
  await openLibrary(page);
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
