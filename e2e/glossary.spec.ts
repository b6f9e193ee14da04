import type { Page } from "@playwright/test";
import { expect, expectNoSeriousAxe, test } from "#e2e/support/test.ts";

const terms = [
  { source: "石拱", rendering: "stone arch" },
  { source: "桥墩", rendering: "pier" },
] as const;

test("someone adds terms to the glossary, reviews them, and finds them again", async ({ page }) => {
  const grid = page.getByRole("grid", { name: "Glossary" });
  const chosen = page.getByRole("complementary", { name: "Chosen term" });
  const findRow = (term: string) => grid.getByRole("row").filter({ hasText: term });

  await test.step("adds two terms with the keyboard", async () => {
    await openGlossary(page);
    for (const { source, rendering } of terms) {
      await page.keyboard.press("n");
      await page.getByLabel("Chinese term").fill(source);
      await page.getByLabel("English rendering").fill(rendering);
      await page.keyboard.press("Enter");
      await expect(page.getByRole("dialog", { name: "Add term" })).toBeHidden();
      await expect(findRow(source)).toContainText("proposed");
    }
    await expect(findRow("石拱")).toContainText("shígǒng");
    await expectNoSeriousAxe(page);
  });

  await test.step("approves one, and takes it back", async () => {
    await findRow("石拱").click();
    await expect(chosen.getByRole("heading", { level: 2 })).toContainText("石拱");
    await page.keyboard.press("a");
    await expect(findRow("石拱")).toContainText("approved");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(findRow("石拱")).toContainText("proposed");
    await page.keyboard.press("a");
    await expect(findRow("石拱")).toContainText("approved");
    await expectNoSeriousAxe(page);
  });

  await test.step("rejects the other with a reason", async () => {
    await findRow("桥墩").click();
    await expect(chosen.getByRole("heading", { level: 2 })).toContainText("桥墩");
    await page.keyboard.press("r");
    await page.getByLabel("Reason").fill("Not a term here");
    await page.getByRole("dialog").getByRole("button", { name: "Reject" }).click();
    await expect(chosen).toContainText("Not a term here");
    await expect(findRow("桥墩")).toContainText("rejected");
  });

  await test.step("forbids a rendering", async () => {
    await findRow("石拱").click();
    await expect(chosen.getByRole("heading", { level: 2 })).toContainText("石拱");
    await page.keyboard.press("e");
    await page.getByLabel("Forbidden").fill("stone bow");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(chosen.getByRole("listitem").filter({ hasText: "stone bow" })).toContainText("forbidden");
  });

  await test.step("finds it by pinyin without tones, among the approved", async () => {
    await page.keyboard.press("/");
    await page.keyboard.type("shigong");
    await expect(findRow("桥墩")).toBeHidden();
    await page.getByRole("button", { name: /^Approved/ }).click();
    await expect(findRow("石拱")).toBeVisible();
  });
});

async function openGlossary(page: Page): Promise<void> {
  await page.goto("/");
  await page.getByRole("link", { name: "Glossary" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Glossary" })).toBeAttached();
}
