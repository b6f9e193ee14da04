/** Reference notes. The bibliography is not in the HTML: it is rebuilt from the marks, which carry text and address. */
import { type Address, parseAddress } from "./address.ts";
import type { BlockList } from "./block-list.ts";
import { buildPlainContent } from "./inline-builder.ts";
import type { Tag } from "./tag.ts";
import type { WarningLog } from "./warnings.ts";

type Footnote = { readonly number: number; readonly text: string; readonly address: Address | null };

export class FootnoteList {
  readonly #byContent = new Map<string, Footnote>();
  readonly #numbers = new Set<number>();
  readonly #warnings: WarningLog;
  #highest = 0;

  constructor(warnings: WarningLog) {
    this.#warnings = warnings;
  }

  /** The number of the note that a mark stands for. Equal notes are one; a number taken by another note is replaced. */
  take(tag: Tag): number {
    const text = tag.get("data-text") ?? "";
    const url = tag.get("data-url") ?? "";
    const given = tag.getNumber("data-numero");
    const key = JSON.stringify([given, text, url]);
    const known = this.#byContent.get(key);
    if (known !== undefined) return known.number;
    const isTaken = given !== null && this.#numbers.has(given);
    if (isTaken) this.#warnings.add("footnote-renumbered");
    const number = given === null || isTaken ? this.#highest + 1 : given;
    const address = url.trim() === "" ? null : parseAddress(url);
    if (url.trim() !== "" && address === null) this.#warnings.add("link-refused");
    this.#numbers.add(number);
    this.#highest = Math.max(this.#highest, number);
    this.#byContent.set(key, { number, text, address });
    return number;
  }

  /** Adds the notes after all other blocks, by number. */
  addTo(blocks: BlockList): void {
    for (const note of [...this.#byContent.values()].sort((a, b) => a.number - b.number)) {
      const attributes = { number: note.number, href: note.address?.href ?? null };
      const content = buildPlainContent(note.text, this.#warnings);
      blocks.add({ kind: "footnote", pid: null, parent: null, attributes }, content);
    }
  }
}
