/** Keeps a formula inside its column: one with a piece that no line can hold stands alone and scrolls. */

/** Watches the column's width. Returns what ends it. */
export function fitFormula(element: HTMLElement): () => void {
  const observer = new ResizeObserver(([entry]) => setWide(element, entry?.contentRect.width ?? 0));
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

function setWide(element: HTMLElement, width: number): void {
  const pieces = [...element.querySelectorAll<HTMLElement>(".katex-base, code")];
  const widest = Math.max(0, ...pieces.map((piece) => piece.offsetWidth));
  const isWide = Math.floor(widest) > Math.ceil(width) || element.scrollWidth > element.clientWidth + 1;
  element.classList.toggle("formula-wide", isWide);
  // What scrolls must be reached by keyboard; the copy beside the translation is for the eye alone.
  if (isWide && !element.closest("[aria-hidden=true]")) element.tabIndex = 0;
  else element.removeAttribute("tabindex");
}

/** The nearest element around it that is no part of a line. */
function findColumn(element: HTMLElement): HTMLElement | null {
  let column = element.parentElement;
  while (column && getComputedStyle(column).display === "inline") column = column.parentElement;
  return column;
}
