/** A typist at random: what it does to the focused text, and what must be there at the end because of it. */

export type TypistOptions = {
  readonly seed: number;
  readonly edits: number;
  /** Code of its first character; each one is typed once only, so that every character has one author. */
  readonly first: number;
};

export type Typed = {
  /** All characters that it typed. */
  readonly typed: string;
  /** Those, of whomever, that it took away and did not bring back. */
  readonly deleted: string;
};

/**
 * Runs inside the page, so it stands for itself: edits by the browser's own commands, which make real input events, and
 * by keys. Calls `noteEdits` of the window after each ten edits and waits for it.
 */
export async function typeAtRandom({ seed, edits, first }: TypistOptions): Promise<Typed> {
  const editor = document.querySelector<HTMLElement>("[contenteditable=true]");
  const selection = window.getSelection();
  if (!editor || !selection) throw new Error("no text has the focus");
  const { noteEdits } = window as unknown as { noteEdits(count: number): Promise<void> };
  const deleted = new Set<string>();
  let typed = "";
  let state = seed;
  const draw = (limit: number): number => {
    // Mulberry32, small and good enough.
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) % limit;
  };
  // Labels of carets are no text, and hold none of these characters. Two who take back one deletion make two copies of
  // what was deleted, so copies are counted: who deletes one of them has deleted, though the character still stands.
  const count = (): Map<string, number> => {
    const copies = new Map<string, number>();
    for (const [each] of editor.textContent.matchAll(/[\u4e00-\ud7ff]/g)) {
      copies.set(each, (copies.get(each) ?? 0) + 1);
    }
    return copies;
  };
  const note = (before: Map<string, number>, after: Map<string, number>): void => {
    for (const [each, copies] of before) if ((after.get(each) ?? 0) < copies) deleted.add(each);
    for (const [each, copies] of after) if ((before.get(each) ?? 0) < copies) deleted.delete(each);
  };
  const press = (code: string, key: string, shiftKey = false, ctrlKey = true): void => {
    const init = { code, key, ctrlKey, shiftKey, bubbles: true, cancelable: true };
    editor.dispatchEvent(new KeyboardEvent("keydown", init));
  };
  const listTexts = (): Text[] => {
    const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text && !node.parentElement?.closest(".caret")) texts.push(node);
    }
    return texts;
  };
  const select = (length: number): void => {
    const texts = listTexts();
    const text = texts[draw(Math.max(1, texts.length))];
    if (!text) return;
    const from = draw(text.length + 1);
    selection.setBaseAndExtent(text, from, text, Math.min(text.length, from + length));
  };
  const insert = (): void => {
    const length = 1 + draw(3);
    const codes = Array.from({ length }, (_, index) => first + typed.length + index);
    typed += String.fromCharCode(...codes);
    document.execCommand("insertText", false, String.fromCharCode(...codes));
  };
  const edit = (): void => {
    const what = draw(100);
    if (what < 50) insert();
    else if (what < 70) select(0);
    else if (what < 78) document.execCommand("delete");
    else if (what < 84) {
      select(1 + draw(6));
      insert();
    } else if (what < 90) {
      select(1 + draw(12));
      press("KeyB", "b");
    } else if (what < 93) press("Enter", "Enter", false, false);
    else press("KeyZ", "z", what >= 96);
  };
  for (let done = 1; done <= edits; done += 1) {
    const before = count();
    edit();
    // The editor reads what the browser has changed; what others send comes in a later turn.
    await Promise.resolve();
    note(before, count());
    if (done % 10 === 0) await noteEdits(done);
  }
  return { typed, deleted: [...deleted].join("") };
}
