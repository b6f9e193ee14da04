/** Where the focus is, and where it goes when what had it is gone. */

const workplaces = "input, textarea, [contenteditable], [role=dialog]";

/** True when nothing has the focus: what had it has left the page. */
export function isFocusFree(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body;
}

/**
 * True when somebody types, or looks at a dialog, and not where they were when they went somewhere (`from`): what comes late
 * leaves the focus there.
 */
export function isElsewhere(from: Element | null): boolean {
  const { activeElement } = document;
  return activeElement !== null && activeElement !== from && activeElement.closest(workplaces) !== null;
}

/** The attribute of the place in a screen that takes the focus when what had it is gone. */
export const focusHome = { "data-focus-home": "" } as const;

/** Brings a focus that is free home, to the text, the list or the grid of the screen. */
export function goHome(): void {
  if (!isFocusFree()) return;
  document.querySelector<HTMLElement>("[data-focus-home]")?.focus({ preventScroll: true });
}

/** The attribute of what a button has opened and will take away with itself, such as a menu: its value is the button's id. */
export const anchorAttribute = "data-anchor";

/** What has the focus and will outlive a menu: inside of one, the button that opened it. */
export function findLastingFocus(): Element | null {
  const { activeElement } = document;
  const anchor = activeElement?.closest(`[${anchorAttribute}]`)?.getAttribute(anchorAttribute);
  return anchor ? document.getElementById(anchor) : activeElement;
}
