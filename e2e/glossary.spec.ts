import {
  addTerm,
  expectChosen,
  findChosen,
  findGrid,
  findRow,
  openGlossary,
} from "#e2e/support/glossary-page.ts";
import { holdToast } from "#e2e/support/hold-toast.ts";
import { expect, expectNoSeriousAxe, test } from "#e2e/support/test.ts";
import { waitUntilHeard } from "#e2e/support/wait-until-heard.ts";

const terms = [
  { source: "石拱", rendering: "stone arch" },
  { source: "桥墩", rendering: "pier" },
] as const;

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null;

function isOver(a: Box, b: Box): boolean {
  if (!a || !b) throw new Error("One of them is not in the page");
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

test("someone adds terms to the glossary, reviews them, and finds them again", async ({ page }) => {
  const chosen = findChosen(page);

  await test.step("adds two terms with the keyboard", async () => {
    await openGlossary(page);
    for (const { source, rendering } of terms) {
      await addTerm(page, source, rendering);
      await expect(findRow(page, source)).toContainText("proposed");
    }
    await expect(findRow(page, "石拱")).toContainText("shígǒng");
    await expectNoSeriousAxe(page);
  });

  await test.step("approves one, and takes it back", async () => {
    await findRow(page, "石拱").click();
    await expectChosen(page, "石拱");
    await expect(findGrid(page), "not a cell, which will be another concept's").toBeFocused();
    await page.keyboard.press("a");
    await holdToast(page, "石拱 was approved");
    await expect(findRow(page, "石拱")).toContainText("approved");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(findRow(page, "石拱")).toContainText("proposed");
    await page.keyboard.press("a");
    await expect(findRow(page, "石拱")).toContainText("approved");
    await expect(chosen).toContainText("Approved by you");
    await expectNoSeriousAxe(page);
  });

  await test.step("rejects the other with a reason", async () => {
    await findRow(page, "桥墩").click();
    await expectChosen(page, "桥墩");
    await page.keyboard.press("r");
    await page.getByLabel("Reason").fill("Not a term here");
    await page.getByRole("dialog").getByRole("button", { name: "Reject" }).click();
    await expect(chosen).toContainText("Not a term here");
    await expect(findRow(page, "桥墩")).toContainText("rejected");
  });

  await test.step("forbids a rendering, and undoes it", async () => {
    await findRow(page, "石拱").click();
    await expectChosen(page, "石拱");
    await page.keyboard.press("e");
    await page.getByLabel("Forbidden").fill("stone bow");
    await page.getByRole("button", { name: "Save" }).click();
    await holdToast(page, "石拱 was changed");
    const forbidden = chosen.getByRole("listitem").filter({ hasText: "stone bow" });
    await expect(forbidden).toContainText("forbidden");
    const told = page.getByRole("dialog").filter({ hasText: "was changed" });
    await told.getByRole("button", { name: "Undo" }).click();
    await expect(forbidden).toHaveCount(0);
  });

  await test.step("finds it by pinyin without tones, among the approved; the address keeps the question", async () => {
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox")).toBeFocused();
    await page.keyboard.type("shigong");
    await expect(findRow(page, "桥墩")).toBeHidden();
    await page.getByRole("button", { name: /^Approved/ }).click();
    await expect(findRow(page, "石拱")).toBeVisible();
    await page.reload();
    await expect(findRow(page, "石拱")).toBeVisible();
    await expect(page.getByRole("searchbox")).toHaveValue("shigong");
  });
});

test("a reviewer works through the proposals by keyboard", async ({ page }) => {
  await openGlossary(page);
  await addTerm(page, "甲桥", "first bridge");
  await addTerm(page, "乙桥", "second bridge");
  await page.keyboard.press("/");
  await page.getByRole("searchbox").fill("bridge");
  await page.getByRole("button", { name: /^To review 2/ }).click();
  await expect(findGrid(page)).toHaveAttribute("aria-rowcount", "3");

  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await expectChosen(page, "甲桥");
  await page.keyboard.press("j");
  await expectChosen(page, "乙桥");
  await page.keyboard.press("k");
  await page.keyboard.press("a");
  await holdToast(page, "甲桥 was approved");
  await expectChosen(page, "乙桥");
  await expect(findRow(page, "甲桥")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expectChosen(page, "甲桥");
  await page.keyboard.press("a");
  await expectChosen(page, "乙桥");
  await page.keyboard.press("a");
  await expect(page.getByText("No term matches “bridge”.")).toBeVisible();
  await expectNoSeriousAxe(page);

  await page.getByRole("button", { name: "Show all terms" }).click();
  await expect(findRow(page, "乙桥")).toContainText("approved");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys of the glossary" })).toContainText("Next term");
  await expectNoSeriousAxe(page);
});

test("a reviewer clicks through the proposals, and no toast lies on the buttons", async ({ page }) => {
  await openGlossary(page);
  const sizes = [
    [1440, 900],
    [768, 1024],
    [390, 844],
  ] as const;
  for (const [width, height] of sizes) {
    await test.step(`${width} × ${height}`, async () => {
      await page.setViewportSize({ width, height });
      const [first, second] = [`宽${width}`, `窄${width}`];
      for (const name of [first, second]) await addTerm(page, name, `width ${width}`);
      await page.getByRole("searchbox").fill(`width ${width}`);
      await page.getByRole("button", { name: /^To review 2/ }).click();
      await findRow(page, first).click();
      await expectChosen(page, first);
      const approve = findChosen(page).getByRole("button", { name: "Approve" });
      await approve.click();
      const told = await holdToast(page, `${first} was approved`);
      await expectChosen(page, second);
      for (const name of ["Approve", "Reject", "Edit"]) {
        const button = findChosen(page).getByRole("button", { name });
        expect(isOver(await told.boundingBox(), await button.boundingBox()), name).toBe(false);
      }
      await approve.click();
      await expect(page.getByText(`No term matches “width ${width}”.`)).toBeVisible();
      await page.getByRole("button", { name: "Show all terms" }).click();
    });
  }
});

test("someone sees how often terms are used, and where", async ({ page }) => {
  await openGlossary(page);
  await page.getByRole("button", { name: "Used", exact: true }).click();
  const first = findGrid(page).getByRole("row").nth(1);
  await expect(page.getByRole("columnheader", { name: "Used" })).toHaveAttribute("aria-sort", "descending");
  await expect(first.getByRole("gridcell").last()).not.toHaveText("0");
  await first.click();
  const evidence = findChosen(page).getByRole("region", { name: "Evidence" });
  const count = await first.getByRole("gridcell").last().textContent();
  await expect(evidence).toContainText(`Evidence, ${count} segments in 1 article`);
  await expect(evidence.locator("mark").first()).toBeVisible();

  await test.step("the address opens the same term, and the evidence its segment", async () => {
    await page.reload();
    const place = evidence.getByRole("link").first();
    const number = /segment (\d+)/.exec((await place.textContent()) ?? "")?.[1];
    await place.click();
    await expect(page).toHaveURL(new RegExp(`#segment-${number}$`));
    await expect(page.getByRole("textbox", { name: `Translation of segment ${number}` })).toBeVisible();
  });
});

test("nothing that was typed is lost: not by Escape, not by somebody else's change", async ({
  page,
  context,
}) => {
  await openGlossary(page);
  await addTerm(page, "合拢", "join");

  await test.step("a term that is there is named while it is typed", async () => {
    await page.keyboard.press("n");
    await page.getByLabel("Chinese term").fill("合拢");
    const dialog = page.getByRole("dialog", { name: "Add term" });
    await expect(dialog.getByRole("status")).toContainText(
      "合拢 is already in the glossary: join (proposed)",
    );
    await page.getByLabel("English rendering").fill("Join");
    await dialog.getByRole("button", { name: "Add as another meaning" }).click();
    await expect(dialog.getByRole("alert")).toContainText("already in the glossary with this rendering");
    await expectNoSeriousAxe(page);
    await page.keyboard.press("Escape");
    await page.keyboard.press("n");
    await expect(page.getByLabel("English rendering")).toHaveValue("Join");
    await page.getByRole("button", { name: "Start over" }).click();
    await expect(page.getByLabel("English rendering")).toHaveValue("");
    await page.getByLabel("Chinese term").fill("合拢");
    await dialog.getByRole("button", { name: "Open it" }).click();
    await expectChosen(page, "合拢");
  });

  await test.step("two change the same term: what only one changed is merged, where both did both are shown", async () => {
    const other = await context.newPage();
    await other.goto(page.url());
    await expectChosen(other, "合拢");
    await waitUntilHeard(other);
    await page.keyboard.press("e");
    await page.getByLabel("Domain").fill("bridges");
    await page.getByLabel("Note").fill("mine");
    await other.keyboard.press("e");
    await other.getByLabel("Note").fill("theirs");
    await other.getByLabel("Also allowed").fill("close up");
    await other.getByRole("button", { name: "Save" }).click();
    await expect(findChosen(other)).toContainText("close up");
    await other.close();

    await page.getByRole("button", { name: "Save" }).click();
    const dialog = page.getByRole("dialog", { name: "Edit 合拢" });
    await expect(dialog.getByRole("alert")).toContainText("Your text is kept");
    await expect(page.getByLabel("Also allowed")).toHaveValue("close up");
    await expect(page.getByLabel("Domain")).toHaveValue("bridges");
    await expect(page.getByLabel("Note")).toHaveValue("mine");
    await expect(dialog).toContainText("Saved meanwhile: theirs");
    await expectNoSeriousAxe(page);
    await dialog.getByRole("button", { name: "Use this" }).click();
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toBeHidden();
    for (const text of ["bridges", "close up", "theirs"]) await expect(findChosen(page)).toContainText(text);
  });

  await test.step("what is typed while a save is on its way stays, and is saved with the next", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    await page.route("**/glossary*", async (route) => {
      if (route.request().method() === "POST") await promise;
      await route.continue();
    });
    const dialog = page.getByRole("dialog", { name: "Edit 合拢" });
    await page.keyboard.press("e");
    await page.getByLabel("Definition").fill("Two halves");
    await dialog.getByRole("button", { name: "Save" }).click();
    await page.getByLabel("Definition").fill("Two halves meet");
    resolve();
    await expect(dialog.getByRole("button", { name: "Save" })).toBeEnabled();
    await expect(page.getByLabel("Definition")).toHaveValue("Two halves meet");
    await page.keyboard.press("Escape");
    await page.keyboard.press("e");
    await expect(page.getByLabel("Definition")).toHaveValue("Two halves meet");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toBeHidden();
    await expect(findChosen(page)).toContainText("Two halves meet");
  });
});

test("a search that is on its way is answered, though the glossary changes meanwhile", async ({
  page,
  context,
}) => {
  await openGlossary(page);
  await addTerm(page, "慢桥", "slow bridge");
  const other = await context.newPage();
  await openGlossary(other);
  const { promise, resolve } = Promise.withResolvers<void>();
  const question = /api\/concepts\?.*query=slow/;
  await page.route(question, () => promise, { times: 1 });
  const asking = page.waitForRequest(question);
  await page.getByRole("searchbox").fill("slow");
  await asking;
  await addTerm(other, "快桥", "fast bridge");
  await expect(findGrid(page)).toHaveAttribute("aria-rowcount", "2");
  await expect(findRow(page, "慢桥")).toBeVisible();
  resolve();
});
