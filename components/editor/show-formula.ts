/** Shows a formula in an element, in static text and in the editor alike: typeset once the typesetter is there. */
import { fitFormula } from "#components/editor/fit-formula.ts";
import { whenUsed } from "#components/ui/lazy-when-used.ts";
import { canTypeset } from "#core/articles/formula.ts";

type Typeset = typeof import("#components/editor/typeset-formula.ts").typesetFormula;

let loaded: Typeset | null = null;
let loading: Promise<void> | null = null;

/** Fetches the typesetter once; after a failure the next one who asks tries again. */
function loadTypesetter(): Promise<void> {
  loading ??= import("#components/editor/typeset-formula.ts").then(
    (module) => {
      loaded = module.typesetFormula;
    },
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

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
  const mayBeSet = canTypeset(tex);
  const fill = () => {
    if (isGone) return;
    const isSet = mayBeSet && loaded?.(tex, view, isDisplay);
    if (!isSet) view.replaceChildren(buildCode(tex));
    stopFitting();
    stopFitting = fitFormula(element);
  };
  fill();
  const stopWaiting = !loaded && mayBeSet ? fetchWhenSeen(element, fill) : () => {};
  return () => {
    isGone = true;
    stopWaiting();
    stopFitting();
  };
}

/**
 * Calls back with the typesetter there: fetched when the formula is seen, or ahead of that once the page is used. Without
 * a connection the TeX stays as it is until there is one.
 */
function fetchWhenSeen(element: HTMLElement, onReady: () => void): () => void {
  const fetchNow = () => {
    observer.disconnect();
    return loadTypesetter().then(onReady);
  };
  const observer = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) fetchNow().catch(() => undefined);
  });
  observer.observe(element);
  whenUsed(fetchNow);
  return () => observer.disconnect();
}

function buildCode(tex: string): HTMLElement {
  const code = document.createElement("code");
  code.className = "placeholder";
  code.textContent = tex;
  return code;
}
