import type { BookFacts } from "./build-book.ts";

/** A book of which little is known, for tests and benches. */
export const bridgeFacts: BookFacts = {
  title: "桥",
  author: null,
  sourceUrl: null,
  sourceDate: null,
  translators: [],
  reviewers: [],
  permission: "unknown",
  editionDate: "2026-11-23",
};
