/** Keeps a formula inside its column: one with a piece that no line can hold stands alone and scrolls. */

/** Watches the column's width. Returns what ends it. */
export function fitFormula(element: HTMLElement): () => void {
  const observer = new ResizeObserver(([entry]) => {
    const pieces = [...element.querySelectorAll<HTMLElement>(".katex-base, code")];
    const widest = Math.max(0, ...pieces.map((piece) => piece.offsetWidth));
    element.classList.toggle("formula-wide", widest > (entry?.contentRect.width ?? 0) + 1);
  });
  // By then the element stands in the page, also in the editor, which places it after making it.
  const frame = requestAnimationFrame(() => {
    const column = findColumn(element);
    if (column) observer.observe(column);
  });
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
  };
}

/** The nearest element around it that is no part of a line. */
function findColumn(element: HTMLElement): HTMLElement | null {
  let column = element.parentElement;
  while (column && getComputedStyle(column).display === "inline") column = column.parentElement;
  return column;
}
