/** White space as a browser shows it: runs are one space, none at the edges of a line. */
import type { Inline, TextRun } from "../articles/inline.ts";

/** Leading indents: the ideographic space that authors type, and the no-break space of copied pages. */
const indent = /^[\s\u3000\u00a0]+/;
const wideEnd = /[\p{Script=Han}\u2014\u2018-\u201d\u2026\u3000-\u30ff\uff00-\uffef]$/u;
const wideStart = /^[\p{Script=Han}\u2014\u2018-\u201d\u2026\u3000-\u30ff\uff00-\uffef]/u;

type Pending = { readonly run: TextRun; readonly hasNewline: boolean };

/** Collapses ASCII white space across runs and trims each line; a line end between Chinese characters leaves no space. */
export function collapseSpace(content: readonly Inline[]): Inline[] {
  const lines = new LineWriter();
  for (const inline of content) {
    if (inline.type === "text") lines.addText(inline);
    else if (inline.type === "break") lines.addBreak();
    else lines.addPlaceholder(inline);
  }
  return lines.finish();
}

class LineWriter {
  readonly #done: Inline[] = [];
  #pending: Pending | null = null;
  #isLineStart = true;

  addText(run: TextRun): void {
    const words: string[] = [];
    let before = this.#done.at(-1);
    for (const [token] of run.text.matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g)) {
      if (/^[ \t\n\r\f]/.test(token)) {
        const hasNewline = token.includes("\n") || (this.#pending?.hasNewline ?? false);
        this.#pending = { run: this.#pending?.run ?? run, hasNewline };
        continue;
      }
      const word = this.#isLineStart ? token.replace(indent, "") : token;
      if (word === "") continue;
      const previous = words.at(-1) ?? (before?.type === "text" ? before.text.slice(-2) : "");
      if (this.#pending !== null && this.#isSpaceShown(this.#pending, previous, word)) {
        if (words.length > 0 || this.#pending.run === run) words.push(" ");
        else this.#done.push({ ...this.#pending.run, text: " " });
      }
      words.push(word);
      this.#pending = null;
      this.#isLineStart = false;
      before = undefined;
    }
    if (words.length > 0) this.#done.push({ ...run, text: words.join("") });
  }

  addBreak(): void {
    this.#endLine();
    this.#done.push({ type: "break" });
  }

  addPlaceholder(placeholder: Inline): void {
    if (this.#pending !== null && !this.#isLineStart) this.#done.push({ ...this.#pending.run, text: " " });
    this.#pending = null;
    this.#isLineStart = false;
    this.#done.push(placeholder);
  }

  /** All lines, without breaks at the outer edges. */
  finish(): Inline[] {
    this.#endLine();
    while (this.#done.at(-1)?.type === "break") this.#done.pop();
    const first = this.#done.findIndex((inline) => inline.type !== "break");
    return first === -1 ? [] : this.#done.slice(first);
  }

  #isSpaceShown(pending: Pending, previous: string, next: string): boolean {
    if (this.#isLineStart) return false;
    return !(pending.hasNewline && wideEnd.test(previous) && wideStart.test(next));
  }

  #endLine(): void {
    this.#pending = null;
    this.#isLineStart = true;
    for (let last = this.#done.at(-1); last?.type === "text"; last = this.#done.at(-1)) {
      const text = last.text.trimEnd();
      this.#done.pop();
      if (text === "") continue;
      this.#done.push({ ...last, text });
      break;
    }
  }
}
