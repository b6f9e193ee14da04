/** The glossary while the server cannot be reached. */
import { addTerm, findChosen, findRow, openGlossary } from "#e2e/support/glossary-page.ts";
import { holdCode } from "#e2e/support/hold-code.ts";
import { expect, expectNoSeriousAxe, test } from "#e2e/support/test.ts";

test("the glossary says that the server is out of reach, and goes on when it is back", async ({
  page,
  context,
  watch,
}) => {
  await openGlossary(page);
  await expect(findRow(page, "合龙")).not.toHaveCount(0);
  await page.keyboard.press("j");
  await expect(findChosen(page).getByRole("heading", { name: "Evidence" })).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText("The server cannot be reached. What you see may be out of date")).toBeVisible();
  await expectNoSeriousAxe(page);
  await context.setOffline(false);
  await expect(page.getByText("The server cannot be reached. What you see may be out of date")).toBeHidden();
  watch.forgive(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
});

test("a decision that could not be sent is told until the server is back", async ({
  page,
  context,
  watch,
}) => {
  await openGlossary(page);
  await addTerm(page, "断线", "line cut");
  await context.setOffline(true);
  await expect(page.getByText("What you see may be out of date")).toBeVisible();
  await page.keyboard.press("a");
  const told = findChosen(page).getByRole("alert");
  await expect(told).toHaveText("The server cannot be reached. Check that it is running, then try again.");
  await context.setOffline(false);
  await expect(told).toBeHidden();
  await page.keyboard.press("a");
  await expect(findRow(page, "断线")).toContainText("approved");
  watch.forgive(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
});

test("a network that goes before the glossary has its socket is told, too", async ({
  page,
  context,
  watch,
}) => {
  const release = await holdCode(page, "socket");
  // A page whose code is held is never wholly loaded.
  await page.goto("/", { waitUntil: "commit" });
  await page.getByRole("link", { name: "Glossary" }).click();
  await expect(findRow(page, "合龙")).not.toHaveCount(0);
  await context.setOffline(true);
  const told = page.getByText("The server cannot be reached. What you see may be out of date");
  await expect(told).toBeVisible();
  const tried = page.waitForEvent("console", (each) => each.text().startsWith("WebSocket connection to"));
  release();
  await tried;
  await expect(told).toBeVisible();
  await context.setOffline(false);
  await expect(told).toBeHidden();
  watch.forgive(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
});
