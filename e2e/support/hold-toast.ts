import type { Locator, Page } from "@playwright/test";

/** A toast goes by itself, but not from under the pointer: however long the page takes, it stays for what follows. */
export async function holdToast(page: Page, text: string): Promise<Locator> {
  const told = page.getByRole("dialog").filter({ hasText: text });
  await told.hover();
  return told;
}
