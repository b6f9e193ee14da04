import type { Locator, Page } from "@playwright/test";

/** The articles that the library lists. */
export function listArticles(page: Page): Locator {
  return page.getByRole("list", { name: "Articles" }).getByRole("listitem");
}
