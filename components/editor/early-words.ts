import type * as Y from "yjs";
import { editorOrigin } from "#client/workbench/editor-origin.ts";
import type { CaretPlace } from "#client/workbench/workbench-model.ts";
import { segmentCharacterLimit } from "#core/articles/blocks.ts";
import { getFragmentLength, insertAt } from "#core/articles/fragment-range.ts";
import type { Inline } from "#core/articles/inline.ts";

/** What is typed into a text before the editor's code is there. */
export class EarlyWords {
  text = "";
  /** Where the caret was sent meanwhile; null leaves it where the row was clicked. */
  caret: "start" | "end" | null = null;
  /** Some are in the text already, at its start so many characters. */
  #hasKept = false;
  #keptAtStart = 0;

  /** Takes what was typed in all; false when it would make the text longer than it may be, and the words stay as they were. */
  take(typed: string, fragment: Y.XmlFragment): boolean {
    const isGrowing = typed.length > this.text.length;
    if (isGrowing && getFragmentLength(fragment) + typed.length > segmentCharacterLimit) return false;
    this.text = typed;
    return true;
  }

  /** Puts them into the text, behind those that went before. */
  keep(fragment: Y.XmlFragment): void {
    if (this.text === "") return;
    const isAtStart = this.caret === "start";
    const at = isAtStart ? this.#keptAtStart : getFragmentLength(fragment);
    const content = buildLines(this.text);
    fragment.doc?.transact(() => insertAt(fragment, at, content), editorOrigin);
    if (isAtStart) this.#keptAtStart += this.text.length;
    this.#hasKept = true;
    this.text = "";
  }

  /**
   * Hands over to the editor: where its caret goes, and what is typed there; begins anew. `isLeft` says that the writer is
   * elsewhere by now.
   */
  handOver(fragment: Y.XmlFragment, clicked: CaretPlace, isLeft: boolean) {
    // Words that belong to others before them, or whose writer has left, do not go to the caret.
    if (this.#hasKept || isLeft) this.keep(fragment);
    const start = {
      caret: this.caret ?? (this.#hasKept ? "end" : clicked),
      words: buildLines(this.text),
    };
    this.text = "";
    this.caret = null;
    this.#hasKept = false;
    this.#keptAtStart = 0;
    return start;
  }
}

function buildLines(text: string): Inline[] {
  return text
    .split("\n")
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ type: "break" } as const] : []),
      ...(line === "" ? [] : [{ type: "text", text: line } as const]),
    ]);
}
