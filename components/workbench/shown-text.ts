/** The plain text of a row as it stands in the page, and what of the page shows a stretch of it. */
import type { Side } from "#client/workbench/article-finder.ts";
import type { FoundRange } from "#core/text/find-words.ts";

/** What shows a stretch of text: letters as ranges, formulas whole. */
export type ShownPlace = { readonly ranges: readonly Range[]; readonly formulas: readonly HTMLElement[] };

export type ShownText = {
  /** As `renderPlainText` gives it. */
  readonly text: string;
  readonly findPlace: (found: FoundRange) => ShownPlace;
};

type Piece = { readonly node: Text; readonly start: number };

/** What is drawn over or instead of the text and is none of it. */
const noText = ".formula-view, .caret, .ProseMirror-trailingBreak, [data-no-text]";

/** The element that shows one side of a segment, static or in the editor; null while its row is not in the page. */
export function findShown(number: number, side: Side): HTMLElement | null {
  const place = side === "source" ? "[data-source]" : ".target-text";
  return document.querySelector<HTMLElement>(`[data-segment="${number}"] ${place}`);
}

export function readShown(element: HTMLElement): ShownText {
  const pieces: Piece[] = [];
  let text = "";
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
    node instanceof Element && node.matches(noText) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Text) {
      pieces.push({ node, start: text.length });
      text += node.data;
    } else if (node.nodeName === "BR") text += "\n";
  }
  return { text, findPlace: (found) => findPlace(pieces, found) };
}

/** The box around a place on the page, null for none. */
export function getPlaceBox({ ranges, formulas }: ShownPlace): DOMRect | null {
  return (ranges[0] ?? formulas[0])?.getBoundingClientRect() ?? null;
}

function findPlace(pieces: readonly Piece[], found: FoundRange): ShownPlace {
  const ranges: Range[] = [];
  const formulas: HTMLElement[] = [];
  for (const { node, start } of pieces) {
    const from = Math.max(0, found.start - start);
    const to = Math.min(node.length, found.end - start);
    if (from >= to) continue;
    const formula = node.parentElement?.closest<HTMLElement>(".formula");
    if (formula) formulas.push(formula);
    else {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      ranges.push(range);
    }
  }
  return { ranges, formulas };
}
