import { expect, test } from "#e2e/support/test.ts";
import {
  clear,
  cutNetwork,
  expectSaved,
  getSaveState,
  getTarget,
  goTo,
  openSample,
} from "#e2e/support/workbench-page.ts";

test("offline, a confirmation waits, and what it lacks is told when it is given", async ({
  page,
  context,
  watch,
}) => {
  await openSample(page);
  await goTo(page, 17);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("I do not blame the screen");
  await expectSaved(page);
  await cutNetwork(page);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Offline: segment 17 will be confirmed")).toBeVisible();
  await expect(page.getByText("was confirmed without")).toHaveCount(0);
  await context.setOffline(false);
  await expect(page.getByText("Segment 17 was confirmed without [1].")).toBeVisible();
  await clear(page, 17);
  watch.forgive(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
});

test("what is typed offline is kept and sent later", async ({ page, context, watch }) => {
  await openSample(page);
  await goTo(page, 18);
  const other = await context.newPage();
  await other.goto(page.url());
  await expectSaved(other);
  await goTo(other, 19);

  await cutNetwork(page);
  await page.keyboard.type("Stand on top");
  await expect(page.locator("[data-save-state]")).toContainText("will be sent");
  await expect(getTarget(page, 18)).toHaveText("Stand on top");

  await context.setOffline(false);
  await expectSaved(page);
  await expect(getTarget(other, 18)).toHaveText("Stand on top");
  watch.forgive(/ERR_INTERNET_DISCONNECTED/);
});

test("offline, a link out of the article says that it needs the server, and one to a file goes on", async ({
  page,
  context,
  watch,
}) => {
  await openSample(page);
  await goTo(page, 6);
  const address = page.url();
  const terms = page.getByRole("complementary", { name: "Terms" });
  await cutNetwork(page);
  for (const link of [
    page.getByRole("link", { name: "Library" }),
    terms.getByRole("link", { name: "Glossary", exact: true }),
    terms.getByRole("link", { name: /^Open / }).first(),
  ]) {
    await link.click();
    const told = page.locator("[role=dialog]:not([data-seen])");
    await expect(told.filter({ hasText: "The library and the glossary need the server" })).toBeVisible();
    // What was told of one link says nothing of the next.
    await told.evaluateAll((all) => {
      for (const each of all) each.setAttribute("data-seen", "");
    });
  }
  expect(page.url()).toBe(address);
  const isStopped = await page.evaluate(() => {
    const link = document.createElement("a");
    link.href = "/api/jobs/a/file";
    link.download = "";
    document.body.append(link);
    // Last of all: the file itself is not fetched.
    window.addEventListener("click", (event) => event.preventDefault(), { once: true });
    let isHeard = false;
    link.addEventListener("click", () => {
      isHeard = true;
    });
    link.click();
    return !isHeard;
  });
  expect(isStopped).toBe(false);
  await context.setOffline(false);
  await expectSaved(page);
  await terms.getByRole("link", { name: "Glossary", exact: true }).click();
  await expect(page).toHaveURL(/\/glossary$/);
  watch.forgive(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
});

test("a browser that keeps nothing says so before its page is closed", async ({ page, context, watch }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException("Not in a private window", "SecurityError");
    };
    indexedDB.open = refuse;
    for (const name of ["localStorage", "sessionStorage"])
      Object.defineProperty(window, name, { get: refuse });
  });
  await openSample(page);
  await clear(page, 20);
  await cutNetwork(page);
  await page.keyboard.type("Here only");
  await expect(getSaveState(page)).toHaveText(
    "Offline: 9 changes on this page only. This browser keeps nothing, so do not close it.",
  );
  await context.setOffline(false);
  await expectSaved(page);
  // y-indexeddb leaves its own rejection to the console: an exception of the browser, of which no words arrive.
  watch.forgive(/ERR_INTERNET_DISCONNECTED|^page error: $/);
});
