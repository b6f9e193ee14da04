import { expect, test } from "vitest";
import type { Block } from "../articles/blocks.ts";
import { buildBook } from "./build-book.ts";
import { bridgeFacts } from "./fixture-facts.ts";
import { selectFirstPage } from "./select-first-page.ts";

const place = { pid: null, parent: null };

/** A book of paragraphs, each ending with a mark of a note of its own. */
function aBook(paragraphs: number, characters: number) {
  const paragraph = (number: number) => ({
    kind: "paragraph" as const,
    content: [
      { type: "text" as const, text: "石".repeat(characters) },
      { type: "footnote" as const, id: "n1", number },
    ],
    target: [],
    state: "untranslated" as const,
  });
  const note = {
    ...paragraph(0),
    kind: "footnote" as const,
    content: [{ type: "text" as const, text: "注" }],
  };
  const numbers = Array.from({ length: paragraphs }, (_, index) => index + 1);
  const blocks = [
    ...numbers.map((number): Block => ({ ...place, kind: "paragraph", segment: number - 1, attributes: {} })),
    ...numbers.map(
      (number): Block => ({
        ...place,
        kind: "footnote",
        segment: paragraphs + number - 1,
        attributes: { number, href: null },
      }),
    ),
  ];
  return buildBook(bridgeFacts, blocks, [...numbers.map(paragraph), ...numbers.map(() => note)]);
}

test("a short book is its own first page", () => {
  const book = aBook(10, 40);
  expect(selectFirstPage(book)).toBe(book);
});

test("a long one is cut behind its first page, with the notes that it calls and its facts as they are", () => {
  const book = aBook(5_000, 210);
  const cut = selectFirstPage(book);
  expect(cut.pieces.length).toBe(7);
  expect(cut.notes.map(({ footnote }) => footnote)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(cut.progress).toEqual({ translated: 0, segments: 10_000 });
});
