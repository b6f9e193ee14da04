/**
 * Reads the HTML of a body from the parser's events, in one pass and without a tree. Unknown elements give their text;
 * nothing of the markup itself is kept.
 */
import { Parser } from "htmlparser2";
import type { BlockList } from "./block-list.ts";
import { BodyState, type Close, nothing } from "./body-state.ts";
import { checkLimit } from "./limits.ts";
import { linkElements } from "./link-elements.ts";
import { mediaElements, readSkipped } from "./media-elements.ts";
import { tableElements } from "./table-elements.ts";
import { Tag } from "./tag.ts";
import { type OpenElement, textElements } from "./text-elements.ts";
import type { WarningLog } from "./warnings.ts";

const elements: ReadonlyMap<string, OpenElement> = new Map([
  ...textElements,
  ...linkElements,
  ...mediaElements,
  ...tableElements,
]);

/**
 * Reads HTML into blocks. Throws AppError `too-large` as soon as depth, nodes, formulas or the text of one unit pass
 * their limits.
 */
export function readBody(html: string, warnings: WarningLog): BlockList {
  const state = new BodyState(warnings);
  const reader = new ElementReader(state);
  const parser = new Parser({
    onopentag: (name, attributes, isImplied) => reader.open(new Tag(name, attributes), isImplied),
    onclosetag: () => reader.close(),
    ontext: (text) => reader.addText(text),
  });
  parser.write(html);
  parser.end();
  state.endUnit();
  state.footnotes.addTo(state.blocks);
  return state.blocks;
}

class ElementReader {
  readonly #state: BodyState;
  readonly #closes: Close[] = [];
  #nodes = 0;
  #isAfterTag = true;
  #noscriptDepth: number | null = null;

  constructor(state: BodyState) {
    this.#state = state;
  }

  open(tag: Tag, isImplied: boolean): void {
    this.#countNode();
    this.#isAfterTag = true;
    // A stray `</p>` makes the parser invent a `<p>`: there is none in the file.
    const isInvented = isImplied && tag.name === "p";
    this.#closes.push(isInvented ? nothing : this.#enter(tag));
    checkLimit("depth", this.#closes.length);
  }

  close(): void {
    this.#isAfterTag = true;
    if (this.#noscriptDepth === this.#closes.length) this.#noscriptDepth = null;
    this.#closes.pop()?.();
  }

  addText(text: string): void {
    if (this.#isAfterTag) this.#countNode();
    this.#isAfterTag = false;
    this.#state.addText(text);
  }

  #enter(tag: Tag): Close {
    const state = this.#state;
    if (state.skipDepth > 0) {
      readSkipped(state, tag, this.#noscriptDepth !== null);
      return nothing;
    }
    if (tag.name === "noscript") this.#noscriptDepth = this.#closes.length + 1;
    if (state.raw !== null && !isAlwaysDropped(tag)) return state.raw.open(tag);
    const open = elements.get(tag.name);
    if (open !== undefined) return open(state, tag);
    state.warnings.add("element-unknown");
    return nothing;
  }

  #countNode(): void {
    this.#nodes += 1;
    checkLimit("nodes", this.#nodes);
  }
}

/** Scripts and styles hide in code and card titles too. */
function isAlwaysDropped(tag: Tag): boolean {
  return ["script", "style", "svg", "math", "template", "iframe", "object", "noscript"].includes(tag.name);
}
