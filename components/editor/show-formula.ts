/** Shows a formula in an element, in static text and in the editor alike: typeset once the typesetter is there. */

import { LazyCode } from "#client/lazy-code.ts";
import { whenUsed } from "#components/ui/lazy-when-used.ts";
import { canTypeset } from "#core/articles/formula.ts";

const typesetter = new LazyCode(() => import("#components/editor/typeset-formula.ts"));
let isPlanned = false;

/**
 * Fills the element with the formula, or with its TeX as code while it cannot be set. Over it lies the formula's plain
 * text, unseen: that is what is selected, copied and found. Returns what ends it.
 */
export function showFormula(element: HTMLElement, tex: string, isDisplay: boolean): () => void {
  const view = document.createElement("span");
  view.className = "formula-view";
  const text = document.createElement("span");
  text.className = "formula-text";
  text.ariaHidden = "true";
  text.textContent = `$${tex}$`;
  element.replaceChildren(view, text);
  let isGone = false;
  let stopFitting = () => {};
  const fill = () => {
    if (isGone) return;
    const code = typesetter.get();
    const isSet = canTypeset(tex) && code?.typesetFormula(tex, view, isDisplay);
    if (!isSet) view.replaceChildren(buildCode(tex));
    if (code) stopFitting = code.fitFormula(element);
  };
  fill();
  const stopWaiting = typesetter.get() ? () => {} : waitForTypesetter(element, fill);
  return () => {
    isGone = true;
    stopWaiting();
    stopFitting();
  };
}

/**
 * Calls back with the typesetter there: fetched when the formula is seen, or ahead of that once the page is used. Returns
 * what ends it.
 */
function waitForTypesetter(element: HTMLElement, onReady: () => void): () => void {
  if (!isPlanned) whenUsed(() => typesetter.want());
  isPlanned = true;
  const observer = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) typesetter.want();
  });
  observer.observe(element);
  const stopHearing = typesetter.subscribe(() => {
    observer.disconnect();
    onReady();
  });
  return () => {
    observer.disconnect();
    stopHearing();
  };
}

function buildCode(tex: string): HTMLElement {
  const code = document.createElement("code");
  code.className = "placeholder";
  code.textContent = tex;
  return code;
}
