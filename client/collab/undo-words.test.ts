/** What one person wrote is not another's to undo: tried with random edits of two writers in four segments of two parts. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { deleteRange, formatRange, getFragmentLength, insertAt } from "#core/articles/fragment-range.ts";
import type { Inline } from "#core/articles/inline.ts";
import { getFragment, readTarget } from "#core/articles/part-text.ts";
import { exchange, Writer } from "./fixture-writer.ts";

const segmentIds = ["a", "b"].map((letter) => letter.repeat(20));
const partCount = 2;
/** Every character is typed once only: Ana's are Chinese, Bo's are Korean. */
const alphabets = [0x4e00, 0xac00] as const;

type Step = {
  readonly who: 0 | 1;
  readonly what: "type" | "delete" | "format" | "atom" | "undo" | "redo" | "pause" | "exchange";
  readonly part: number;
  readonly segment: number;
  readonly at: number;
  readonly length: number;
  readonly isBold: boolean;
};

const step: fc.Arbitrary<Step> = fc.record({
  who: fc.constantFrom(0 as const, 1 as const),
  what: fc.oneof(
    { weight: 6, arbitrary: fc.constant("type" as const) },
    { weight: 3, arbitrary: fc.constantFrom("delete" as const, "undo" as const, "exchange" as const) },
    { weight: 2, arbitrary: fc.constantFrom("format" as const, "atom" as const, "redo" as const) },
    { weight: 1, arbitrary: fc.constant("pause" as const) },
  ),
  part: fc.nat(partCount - 1),
  segment: fc.nat(segmentIds.length - 1),
  at: fc.nat(40),
  length: fc.integer({ min: 1, max: 8 }),
  isBold: fc.boolean(),
});

class Typist extends Writer {
  readonly #first: number;
  #typed = 0;
  /** What this person has typed and not taken away again. */
  readonly kept = new Set<string>();

  constructor(first: number) {
    super(partCount);
    this.#first = first;
  }

  take({ what, part, segment, at, length, isBold }: Step): void {
    const before = this.listOwn();
    const fragment = getFragment(this.getDoc(part), segmentIds[segment] ?? "");
    const size = getFragmentLength(fragment);
    const from = at % (size + 1);
    const to = Math.min(size, from + length);
    if (what === "type") this.change(part, () => insertAt(fragment, from, [this.#write(length, isBold)]));
    if (what === "atom") this.change(part, () => insertAt(fragment, from, [this.#writeAtom(isBold)]));
    if (what === "delete") this.change(part, () => deleteRange(fragment, from, to));
    if (what === "format") this.change(part, () => formatRange(fragment, 0, embolden(fragment, isBold)));
    if (what === "pause") this.undo.split();
    if (what === "undo") this.undo.undo();
    if (what === "redo") this.undo.redo();
    const after = this.listOwn();
    for (const each of before) if (!after.has(each)) this.kept.delete(each);
    for (const each of after) if (!before.has(each)) this.kept.add(each);
  }

  /** All characters and placeholders, of whomever. */
  listAll(): string[] {
    return this.docs.flatMap((doc) =>
      segmentIds.flatMap((id) => {
        const { content, valid } = readTarget(getFragment(doc, id));
        expect(valid).toBe(true);
        return content.flatMap((each) => {
          if (each.type === "text") return each.text.split("");
          return each.type === "formula" ? [each.tex] : [];
        });
      }),
    );
  }

  listOwn(): Set<string> {
    const isOwn = (each: string) => Math.abs(each.charCodeAt(0) - this.#first) < 0x5000;
    return new Set(this.listAll().filter(isOwn));
  }

  #write(length: number, isBold: boolean): Inline {
    const text = Array.from({ length }, () => this.#draw()).join("");
    return isBold ? { type: "text", text, marks: ["bold"] } : { type: "text", text };
  }

  #writeAtom(isBreak: boolean): Inline {
    return isBreak ? { type: "break" } : { type: "formula", id: "f1", tex: this.#draw() };
  }

  #draw(): string {
    this.#typed += 1;
    return String.fromCharCode(this.#first + this.#typed);
  }
}

function embolden(fragment: ReturnType<typeof getFragment>, isBold: boolean): Inline[] {
  return readTarget(fragment).content.map((each): Inline => {
    if (each.type !== "text") return each;
    return isBold ? { ...each, marks: ["bold"] } : { type: "text", text: each.text };
  });
}

test("when one of two has undone everything, each character of the other that they kept is there", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
      const [ana, bo] = [new Typist(alphabets[0]), new Typist(alphabets[1])];
      for (const each of steps) {
        if (each.what === "exchange") exchange(ana, bo);
        else (each.who === 0 ? ana : bo).take(each);
      }
      exchange(ana, bo);
      while (ana.undo.canUndo) ana.undo.undo();
      exchange(ana, bo);
      const there = new Set(bo.listAll());
      expect([...bo.kept].filter((each) => !there.has(each))).toEqual([]);
      expect(ana.listAll()).toEqual(bo.listAll());
    }),
    { numRuns: 400 },
  );
});
