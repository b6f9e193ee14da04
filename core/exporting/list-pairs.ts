import type { BilingualBook, BookPair } from "./book.ts";

/** Every pair of a book: of the text, of its tables and of its notes; the title apart. */
export function listPairs(book: BilingualBook): BookPair[] {
  const pairs = book.pieces.flatMap((piece): readonly BookPair[] => {
    if (piece.type === "table") return piece.rows.flat();
    return piece.type === "pair" ? [piece] : [];
  });
  return [...pairs, ...book.notes.flatMap(({ pair }) => pair ?? [])];
}
