/** Who may read only, and who may no longer: the page says so, and shows what the others write. */
import type { Page } from "@playwright/test";
import { changeDatabase, setOwnRole, test } from "#e2e/support/lab.ts";
import { expect, expectNoSeriousAxe } from "#e2e/support/test.ts";
import { openLibrary } from "#e2e/support/wait-until-heard.ts";
import {
  clear,
  cutNetwork,
  expectSaved,
  fetchSetAside,
  getSaveState,
  getTarget,
  goTo,
  jumpTo,
  openSample,
} from "#e2e/support/workbench-page.ts";

test.use({ library: "rights" });
// As in refusals.spec.ts.
test.describe.configure({ mode: "parallel" });

test("a viewer reads, sees what others write, and cannot type", async ({ page, context, server }) => {
  const writer = await context.newPage();
  await openSample(writer);
  await clear(writer, 16);
  setOwnRole(server, "viewer");
  await page.goto(`${writer.url()}#segment-16`);
  await expect(getSaveState(page)).toHaveText("Read only");
  await writer.keyboard.type("Still a writer here");
  await expect(getTarget(page, 16)).toHaveText("Still a writer here");

  await getTarget(page, 16).click();
  await expect(getTarget(page, 16)).toHaveAttribute("aria-readonly", "true");
  await page.keyboard.type("no");
  await page.keyboard.press("Alt+Shift+s");
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("button", { name: /Copy source|Confirm|Approve/ })).toHaveCount(0);
  await expectNoSeriousAxe(page);
  await writer.keyboard.type(", and there");
  await expect(getTarget(page, 16)).toHaveText("Still a writer here, and there");
  await expect(getSaveState(page)).toHaveText("Read only");
  // The focus goes along with the row.
  await jumpTo(page, 12);
  setOwnRole(server, "owner");
});

test("what was typed offline by somebody who lost the right to write is set aside", async ({
  page,
  context,
  server,
  watch,
}) => {
  await openSample(page);
  await clear(page, 17);
  await cutNetwork(page);
  await page.keyboard.type("Too late");
  setOwnRole(server, "viewer");
  await context.setOffline(false);
  await expect(getSaveState(page)).toHaveText("Read only");
  await expect(
    page.getByText("You may no longer change this article. What could not be sent was set aside."),
  ).toBeVisible();
  await expect(getTarget(page, 17)).toHaveText("Not translated yet");
  expect(await fetchSetAside(page)).toBe("[17]\nToo late\n");
  setOwnRole(server, "owner");
  watch.forgive(/ERR_INTERNET_DISCONNECTED/);
});

const gone = [
  [
    "an article that was thrown away",
    "The article is in the trash, or was removed. Once it is restored, reload this page.",
    "UPDATE articles SET trashed_at = 1",
    "UPDATE articles SET trashed_at = NULL",
  ],
  [
    "the article of a project that one has left",
    /The article is in the trash, or was removed\.|You may no longer open this article\./,
    `INSERT INTO projects (id, name, created_at) VALUES ('elsewhere', 'Elsewhere', 0);
     UPDATE members SET project_id = 'elsewhere' WHERE is_sample = 0`,
    "UPDATE members SET project_id = (SELECT project_id FROM articles LIMIT 1) WHERE is_sample = 0",
  ],
] as const;

for (const [what, sentence, take, giveBack] of gone) {
  test(`${what} cannot be typed into any more, and unsent text is set aside`, async ({
    page,
    context,
    server,
    watch,
  }) => {
    // On a phone, whose status line has little room.
    await page.setViewportSize({ width: 390, height: 844 });
    await openSample(page);
    await clear(page, 18);
    await cutNetwork(page);
    await page.keyboard.type("Unsent");
    changeDatabase(server, (database) => database.exec(take));
    await context.setOffline(false);
    await expect(getSaveState(page)).toHaveText(
      sentence === gone[0][1] ? `Not saved. ${sentence}` : sentence,
    );
    await page.keyboard.type(" and lost?");
    await expect(getTarget(page, 18)).toHaveText("Unsent");
    changeDatabase(server, (database) => database.exec(giveBack));
    await page.reload();
    await expectSaved(page);
    await goTo(page, 18);
    await expect(getTarget(page, 18)).toHaveText("");
    expect(await fetchSetAside(page)).toBe("[18]\nUnsent\n");
    // Nor may the confirmations be read any more.
    watch.forgive(/ERR_INTERNET_DISCONNECTED|404.*confirmations/);
  });
}

test("a page in the trash shows what another window sets aside meanwhile", async ({
  page,
  context,
  server,
  watch,
}) => {
  await openSample(page);
  await clear(page, 19);
  const cut = await cutOff(page);
  await page.keyboard.type("Unsent");
  await expect(getSaveState(page)).toContainText("will be sent");
  changeDatabase(server, (database) => database.exec("UPDATE articles SET trashed_at = 1"));
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByRole("button", { name: "Restore" })).toBeVisible();
  await expect(other.getByRole("button", { name: "Set aside" })).toHaveCount(0);
  await cut.end();
  await expect(getSaveState(page)).toContainText("The article is in the trash");
  expect(await fetchSetAside(other)).toBe("[19]\nUnsent\n");
  await other.getByRole("button", { name: "Restore" }).click();
  await expectSaved(other);
  watch.forgive(/ERR_INTERNET_DISCONNECTED|404.*confirmations/);
});

/** Cuts this page off, and no other. */
async function cutOff(page: Page): Promise<{ readonly end: () => Promise<unknown> }> {
  const devTools = await page.context().newCDPSession(page);
  const setOffline = (offline: boolean) =>
    devTools.send("Network.emulateNetworkConditions", {
      offline,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
  await setOffline(true);
  await expect(getSaveState(page)).toContainText("Offline");
  return { end: () => setOffline(false) };
}

test("an open article hears that it was renamed, thrown away, and taken back", async ({ page, context }) => {
  await openSample(page);
  const name = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  const elsewhere = await context.newPage();
  await openLibrary(elsewhere);
  const choose = async (title: string, entry: string) => {
    await elsewhere.getByRole("button", { name: `Actions for ${title}` }).click();
    await elsewhere.getByRole("menuitem", { name: entry }).click();
  };
  await choose(name, "Edit details");
  await elsewhere.getByRole("textbox", { name: "Title in the library" }).fill("拱桥");
  await elsewhere.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("拱桥");

  await choose("拱桥", "Move to trash");
  await expect(page.getByText("“拱桥” is in the trash.")).toBeVisible();
  await page.getByRole("button", { name: "Restore" }).click();
  await expectSaved(page);
});
