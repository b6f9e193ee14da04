/** What a preview sets: the beginning of a book, however long the whole is. */
import type { Inline } from "../articles/inline.ts";
import { renderPlainText } from "../articles/inline.ts";
import type { BilingualBook, BookPiece } from "./book.ts";
import { listPairs } from "./list-pairs.ts";

/** Lines of the source that no page can hold. */
const pageLines = 70;
/** Hanzi, and letters of a translation, that surely fill a line of it. */
const [hanziPerLine, lettersPerLine] = [21, 56];

/** The book as far as its first page can reach, with the notes that it calls. Its facts stay those of the whole. */
export function selectFirstPage(book: BilingualBook): BilingualBook {
  const pieces: BookPiece[] = [];
  let lines = 0;
  for (const piece of book.pieces) {
    if (lines > pageLines) break;
    pieces.push(piece.type === "table" ? { ...piece, rows: piece.rows.slice(0, pageLines) } : piece);
    lines += countLines(piece);
  }
  if (pieces.length === book.pieces.length) return book;
  const cut = { ...book, pieces, notes: [] };
  const texts = [book.title, ...listPairs(cut).flatMap(({ source, target }) => [source, target])];
  const called = new Set(texts.flatMap(listCalled));
  return { ...cut, notes: book.notes.filter(({ footnote }) => called.has(footnote)) };
}

/** Lines that the piece takes at the least. */
function countLines(piece: BookPiece): number {
  switch (piece.type) {
    case "pair": {
      const source = renderPlainText(piece.source).length / hanziPerLine;
      return Math.ceil(Math.max(source, renderPlainText(piece.target).length / lettersPerLine));
    }
    case "table":
      return piece.rows.length;
    case "code":
      return piece.text.split("\n").length / 2;
    default:
      return 1;
  }
}

function listCalled(content: readonly Inline[]): number[] {
  return content.flatMap((item) => (item.type === "footnote" ? [item.number] : []));
}
