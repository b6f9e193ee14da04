/** Keeps a formula inside its column: one with a piece that no line can hold stands alone and scrolls. */

/** How small a formula on a line of its own may become before it scrolls. */
const smallest = 0.7;

/** Watches the column's width. Returns what ends it. */
export function fitFormula(element: HTMLElement): () => void {
  let frame = 0;
  const observer = new ResizeObserver(([entry]) => {
    const width = entry?.contentRect.width ?? 0;
    cancelAnimationFrame(frame);
    // Not at once: what is changed here may change the size of what is watched.
    frame = requestAnimationFrame(() => fitInto(element, width));
  });
  // By then the element stands in the page, also in the editor, which places it after making it.
  frame = requestAnimationFrame(() => {
    const column = findColumn(element);
    if (column) observer.observe(column);
  });
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
  };
}

function fitInto(element: HTMLElement, width: number): void {
  element.style.removeProperty("--formula-scale");
  const scale = element.clientWidth / element.scrollWidth;
  if (scale < 1) element.style.setProperty("--formula-scale", String(Math.max(smallest, scale)));
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
