import { expect, expectNoSeriousAxe, test } from "#e2e/support/test.ts";
import { clear, expectSaved, getRow, getTarget, goTo, openSample } from "#e2e/support/workbench-page.ts";

test("a translator works with the keyboard alone", async ({ page }) => {
  await openSample(page);

  await test.step("translates a segment, which is saved", async () => {
    await goTo(page, 15);
    await page.keyboard.insertText("The people on the bridge");
    await expectSaved(page);
    await expect(getRow(page, 15)).toContainText("Draft");
  });

  await test.step("approves it and goes on to the next that needs work", async () => {
    await page.keyboard.press("Control+Enter");
    await expect(getTarget(page, 16)).toBeFocused();
    await expect(getRow(page, 15).getByLabel(/^Approved by/)).toBeVisible();
  });

  await test.step("undoes across segments, and does it again", async () => {
    // At once: keys that a busy machine presses with a pause between them are two steps.
    await page.keyboard.insertText("Our bridge at home");
    await expect(getTarget(page, 16)).toHaveText("Our bridge at home");
    await page.keyboard.press("Control+z");
    await expect(getTarget(page, 16)).toHaveText("");
    await page.keyboard.press("Control+z");
    await expect(getTarget(page, 15)).toBeFocused();
    await expect(getTarget(page, 15)).toHaveText("");
    await page.keyboard.press("Control+Shift+z");
    await expect(getTarget(page, 15)).toHaveText("The people on the bridge");
  });

  await test.step("inserts a term by its number", async () => {
    await goTo(page, 6);
    const before = (await getTarget(page, 6).textContent()) ?? "";
    await page.keyboard.press("Control+End");
    await page.keyboard.type(" ");
    await page.keyboard.press("Control+1");
    await expect(getTarget(page, 6)).toHaveText(`${before} overtake on the bend`);
    await expectSaved(page);
  });

  await test.step("finds words anywhere in the article, and is left in the text", async () => {
    await page.keyboard.press("Control+f");
    await page.keyboard.type("江南");
    await expect(page.getByRole("search")).toContainText("1 of 1");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("search")).toHaveCount(0);
    await expect(getTarget(page, 8)).toBeFocused();
  });

  await test.step("finds the text again after a reload", async () => {
    await page.reload();
    await expectSaved(page);
    await goTo(page, 15);
    await expect(getTarget(page, 15)).toHaveText("The people on the bridge");
  });
});

test("what a translation has lost is said, and an own approval can be taken back", async ({ page }) => {
  await openSample(page);
  await goTo(page, 17);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("I do not blame the screen");
  const lost = getRow(page, 17).getByRole("img", { name: "[1] is missing in the translation" });
  await expect(lost).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Segment 17 was confirmed without [1].")).toBeVisible();
  await expect(getTarget(page, 17)).not.toBeFocused();
  await expect(lost).toBeVisible();

  await goTo(page, 17);
  await getRow(page, 17).getByRole("button", { name: "Unconfirm" }).click();
  await expect(getRow(page, 17)).toContainText("Draft");
  await getRow(page, 17).getByRole("button", { name: "Approve" }).click();
  await expect(getRow(page, 17).getByLabel(/^Approved by/)).toBeVisible();
  await expect(getTarget(page, 18), "the button goes on, as the key does").toBeFocused();
  await clear(page, 17);
});

test("an answer that is overtaken brings no old state back", async ({ page }) => {
  await openSample(page);
  await clear(page, 22);
  await page.keyboard.type("Approved too soon");
  await expectSaved(page);
  const release = Promise.withResolvers<void>();
  const overtaken = Promise.withResolvers<void>();
  await page.route(
    "**/confirmations",
    async (route) => {
      const response = await route.fetch({ maxRetries: 2 });
      await release.promise;
      await route.fulfill({ response });
      overtaken.resolve();
    },
    { times: 1 },
  );
  await page.keyboard.press("Control+Enter");
  await goTo(page, 22);
  await expect(getRow(page, 22).getByLabel(/^Approved by/)).toBeVisible();
  await getRow(page, 22).getByRole("button", { name: "Unconfirm" }).click();
  await expect(getRow(page, 22).getByLabel("Draft")).toBeVisible();
  release.resolve();
  await overtaken.promise;
  await expect(getRow(page, 22)).not.toContainText("Confirming…");
  await expect(getRow(page, 22).getByLabel("Draft")).toBeVisible();
  await clear(page, 22);
});

test("an address leads to its segment, and no longer once the reader has gone on", async ({ page }) => {
  await openSample(page);
  const address = page.url().replace(/#.*/, "");
  await page.goto(`${address}#segment-3`);
  await expect(getTarget(page, 3)).toBeFocused();
  await page.goto(`${address}#segment-12`);
  await expect(getTarget(page, 12)).toBeFocused();
  await goTo(page, 5);
  await expect(page).toHaveURL(address);
  await page.reload();
  await expect(getTarget(page, 5), "the place is kept, however soon one leaves").toBeFocused();
});

test("two windows see each other's carets and text at once", async ({ page, context }) => {
  await openSample(page);
  // What stands there is longer than a line, and would grow by one.
  await clear(page, 17);
  await page.keyboard.type("Of stone: ");
  const before = await getTarget(page, 17).boundingBox();
  const other = await context.newPage();
  await other.goto(page.url());
  await expectSaved(other);
  await goTo(other, 17);

  await expect(page.getByText("You, window 2").first()).toBeVisible();
  await page.keyboard.type("Zhaozhou Bridge");
  await expect(getTarget(other, 17)).toContainText("Zhaozhou Bridge");
  await other.keyboard.type("! ");
  await expect(getTarget(page, 17)).toContainText("! ");
  const label = /^You, window \d$/;
  await expect(getTarget(page, 17).locator(".caret-label")).toHaveText(label);
  const { height } = (await getTarget(page, 17).boundingBox()) ?? {};
  expect(height, "a caret takes no room").toBe(before?.height);
  await expect(getTarget(other, 17).locator(".caret-label")).toHaveText(label);
  const seen = [page, other].map((each) => getTarget(each, 17).locator(".caret-label").textContent());
  expect(new Set(await Promise.all(seen)).size, "each window has its number").toBe(2);
});

test("a link that the browser does not let be copied is shown", async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("Not allowed", "NotAllowedError"));
  });
  await openSample(page);
  await goTo(page, 6);
  await page.keyboard.press("Alt+Shift+l");
  const told = page.getByRole("dialog").filter({ hasText: "The browser did not let the link be copied" });
  await expect(told).toContainText(`${page.url()}#segment-6`);
});

test("only the first button of the mouse opens a text: the others are the browser's", async ({ page }) => {
  await openSample(page);
  // Another story may have left the reader in the one that is pressed.
  await goTo(page, 7);
  const text = getRow(page, 6).locator("[data-target]");
  for (const button of ["middle", "right"] as const) {
    await text.click({ button });
    await expect(text).toBeVisible();
  }
  await text.click();
  await expect(text).toHaveCount(0);
  await expect(getTarget(page, 6)).toBeFocused();
});

test("a translation is read aloud together with its source, and printed by Export alone", async ({
  page,
}) => {
  await openSample(page);
  await goTo(page, 6);

  await test.step("while it is edited, and when it is only read", async () => {
    const source = (await getRow(page, 6).locator("[data-source]").textContent()) ?? "";
    await expect(getTarget(page, 6)).toHaveAccessibleDescription(source);
    await page.keyboard.press("Escape");
    await expect(getRow(page, 6).locator(".ProseMirror")).toHaveCount(0);
    await expect(getTarget(page, 6)).toHaveAccessibleDescription(source);
  });

  await test.step("the page itself prints the way to paper, not the rows near the view", async () => {
    const note = page.getByText("Use Export to take this article to paper.");
    await expect(note).toBeHidden();
    await page.emulateMedia({ media: "print" });
    await expect(note).toBeVisible();
    await expect(page.getByRole("main")).toBeHidden();
  });
});

test.describe("with fingers", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  test("there is a menu for what else has keys alone", async ({ page }) => {
    await openSample(page);
    await page.getByRole("button", { name: "More about this article" }).tap();
    await expect(page.getByRole("menuitem", { name: "Keys" })).toHaveCount(0);
    await page.getByRole("menuitem", { name: "All commands" }).tap();
    await expect(page.getByRole("option", { name: "Undo" })).toBeVisible();
    await expect(page.getByRole("option", { name: "Show the keys" })).toHaveCount(0);
    await expectNoSeriousAxe(page);
  });
});

test("a table that is pasted keeps its words apart", async ({ page }) => {
  await openSample(page);
  await clear(page, 21);
  const paste = (html: string) =>
    getTarget(page, 21).evaluate((text, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/html", pasted);
      text.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, html);
  const readLines = async () =>
    (await getTarget(page, 21).innerHTML()).split("<br>").map((line) => line.trim());

  await paste("<table><tr><th>Name</th><th>Age</th></tr><tr><td>Ann</td><td>9</td></tr></table>end");
  expect(await readLines()).toEqual(["Name Age", "Ann 9", "end"]);
  await clear(page, 21);
  await paste(`<meta charset="utf-8"><table>
    <tr> <td><p>Name</p></td> <td><p>Age</p></td> </tr>
    <tr> <td><p>Ann</p><p>Lee</p></td> <td>9</td> </tr>
  </table> <p>end</p>`);
  expect(await readLines()).toEqual(["Name Age", "Ann", "Lee 9", "end"]);
  await clear(page, 21);
});

test("the workbench is accessible in both themes", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await openSample(page);
  await goTo(page, 6);
  await expect(page.getByRole("complementary", { name: "Terms" })).toContainText("弯道超车");
  const keys = page.getByRole("dialog", { name: "Keys" });
  for (const colorScheme of ["light", "dark"] as const) {
    await test.step(colorScheme, async () => {
      await page.emulateMedia({ colorScheme });
      await expect(getTarget(page, 6)).toBeFocused();
      await expectNoSeriousAxe(page);
      await page.keyboard.press("Control+/");
      await expect(keys).toBeVisible();
      await expectNoSeriousAxe(page);
      await page.keyboard.press("Escape");
    });
  }
});
