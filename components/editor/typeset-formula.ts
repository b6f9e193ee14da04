/** Sets TeX with KaTeX. This file and its style sheet are fetched by the first formula: most articles have none. */
import katex from "katex";
import "katex/dist/katex.min.css";

/** What keeps it in its column comes with it. */
export { fitFormula } from "#components/editor/fit-formula.ts";

/** Fills the element with the formula; false, with whatever is in it, when this is no TeX that can be set. */
export function typesetFormula(tex: string, element: HTMLElement, isDisplay: boolean): boolean {
  try {
    katex.render(tex, element, {
      displayMode: isDisplay,
      output: "htmlAndMathml",
      // Nothing leads out of a formula, and nothing in it reaches beyond its box.
      trust: false,
      maxExpand: 500,
      maxSize: 20,
      throwOnError: false,
      errorColor: "var(--amber)",
      strict: "ignore",
    });
  } catch {
    // Nested deeper than the engine can walk: it throws in spite of `throwOnError`. The caller shows the TeX itself.
    return false;
  }
  return element.querySelector(".katex-error") === null;
}
