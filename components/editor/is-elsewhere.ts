const workplaces = "input, textarea, [contenteditable], [role=dialog]";

/**
 * True when the writer types, or looks at a dialog, and not where they were when they went to a text (`from`): an editor
 * that comes late leaves the focus there.
 */
export function isElsewhere(from: Element | null): boolean {
  const { activeElement } = document;
  return activeElement !== null && activeElement !== from && activeElement.closest(workplaces) !== null;
}
