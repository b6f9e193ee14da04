/** Somebody types on while an answer is on its way: nothing of it is lost, and it can be sent as well. */
import type { Page } from "@playwright/test";
import { addTerm, expectChosen, findChosen, openGlossary } from "#e2e/support/glossary-page.ts";
import { expect, test } from "#e2e/support/test.ts";
import { clear, expectSaved, getRow, getTarget, goTo, openSample } from "#e2e/support/workbench-page.ts";

/** Holds what the page sends to its actions until the returned function is called. */
async function holdActions(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route("**/projects/**", async (route) => {
    if (route.request().method() === "POST") await promise;
    await route.continue();
  });
  return resolve;
}

test("a reason for rejecting that is typed on is sent with the next", async ({ page }) => {
  await openGlossary(page);
  await addTerm(page, "桥台", "abutment");
  const release = await holdActions(page);
  const dialog = page.getByRole("dialog", { name: "Reject 桥台" });
  await page.keyboard.press("r");
  await dialog.getByLabel("Reason").fill("Not a term");
  await dialog.getByRole("button", { name: "Reject" }).click();
  await dialog.getByLabel("Reason").fill("Not a term of ours");
  release();
  await expect(page.getByText("桥台 was rejected")).toBeVisible();
  await expect(dialog.getByLabel("Reason")).toHaveValue("Not a term of ours");
  await dialog.getByRole("button", { name: "Reject" }).click();
  await expect(dialog).toBeHidden();
  await expect(findChosen(page)).toContainText("Not a term of ours");
});

test("a dialog that is opened while another's answer is on its way stays, with what is in it", async ({
  page,
}) => {
  await openGlossary(page);
  await addTerm(page, "桥面", "deck");
  const release = await holdActions(page);
  await page.keyboard.press("r");
  await page.getByLabel("Reason").fill("Too short");
  await page.getByRole("dialog").getByRole("button", { name: "Reject" }).click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("n");
  await page.getByLabel("English rendering").fill("half a word");
  release();
  await expect(page.getByText("桥面 was rejected")).toBeVisible();
  await expect(page.getByLabel("English rendering")).toHaveValue("half a word");
});

test("a dialog that is closed and opened again while its answer is on its way keeps what is typed then", async ({
  page,
}) => {
  await openGlossary(page);
  await addTerm(page, "桥头", "bridgehead");
  const release = await holdActions(page);
  const dialog = page.getByRole("dialog", { name: "Edit 桥头" });
  await page.keyboard.press("e");
  await dialog.getByLabel("Note").fill("One end");
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("e");
  await dialog.getByLabel("Note").fill("One end of it");
  release();
  await expect(page.getByText("桥头 was changed")).toBeVisible();
  await expect(dialog.getByLabel("Note")).toHaveValue("One end of it");
  await page.keyboard.press("Escape");
  await page.keyboard.press("e");
  await expect(dialog.getByLabel("Note")).toHaveValue("One end of it");
});

test("a term that is typed on after it was proposed stays in its dialog, which says what is there", async ({
  page,
}) => {
  await openGlossary(page);
  const release = await holdActions(page);
  const dialog = page.getByRole("dialog", { name: "Add term" });
  await page.keyboard.press("n");
  await page.getByLabel("Chinese term").fill("索塔");
  await page.getByLabel("English rendering").fill("pylon");
  await dialog.getByRole("button", { name: "Add term" }).click();
  await page.getByLabel("Definition").fill("It bears the cables.");
  release();
  await expect(dialog.getByRole("status")).toContainText("索塔 is already in the glossary: pylon (proposed)");
  await expect(page.getByLabel("Definition")).toHaveValue("It bears the cables.");
  await dialog.getByRole("button", { name: "Open it" }).click();
  await expectChosen(page, "索塔");
  await page.keyboard.press("n");
  await expect(page.getByLabel("Definition"), "it waits for its writer").toHaveValue("It bears the cables.");
});

test("a reason for sending back that is typed on is sent with the next", async ({ page }) => {
  await openSample(page);
  await clear(page, 14);
  await page.keyboard.type("The bridge");
  await expectSaved(page);
  await page.keyboard.press("Control+Enter");
  // To the next one that is not confirmed, whichever other stories have left so.
  await expect(getTarget(page, 14)).not.toBeFocused();
  await goTo(page, 14);
  await expect(getRow(page, 14)).toContainText("Approved");
  const release = await holdActions(page);
  const dialog = page.getByRole("dialog", { name: "Send back" });
  const send = dialog.getByRole("button", { name: "Send back" });
  await getRow(page, 14).getByRole("button", { name: "Send back" }).click();
  await dialog.getByRole("textbox").fill("Which bridge");
  await send.click();
  await dialog.getByRole("textbox").fill("Which bridge? Look at 13.");
  release();
  await expect(send).toBeEnabled();
  await expect(dialog.getByRole("textbox")).toHaveValue("Which bridge? Look at 13.");
  await send.click();
  await expect(dialog).toBeHidden();
  await expect(getRow(page, 14)).toContainText("Which bridge? Look at 13.");
});
