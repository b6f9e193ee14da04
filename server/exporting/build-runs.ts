/** Runs of text as the template prints them: made printable, with what was replaced told to the writer's notices. */
import type { Inline } from "#core/articles/inline.ts";
import { column, type TextPlace } from "#core/exporting/allow-breaks.ts";
import { joinNumbers } from "#core/exporting/join-numbers.ts";
import type { ExportNotice } from "#core/exporting/options.ts";
import { prepareText } from "#core/exporting/prepare-text.ts";
import { FormulaSetter, type Typeset } from "./formula-setter.ts";
import { addMark } from "./hold-marks.ts";
import { addFormula, measureBrackets, spaceLatin } from "./place-formulas.ts";
import type { Run } from "./run.ts";
import type { FormulaImage } from "./typeset-formula.ts";

const plain = { type: "text", text: "", marks: [], href: null, formula: null, isHeld: false } as const;
const lineBreak: Run = { ...plain, type: "break" };
const latinGap: Run = { ...plain, type: "gap" };
/** The end of a line that is no part of the text. */
export const turn: Run = { ...plain, type: "turn" };
/** Two marks in a row would read as one number. */
const markGap: Run = { ...plain, text: "\u2009" };

export class RunWriter {
  readonly notices: ExportNotice[] = [];
  /** Numbers of the notes that the text so far has called. */
  readonly called = new Set<number>();
  private readonly hasGlyph: (codePoint: number) => boolean;
  private readonly formulas: FormulaSetter;
  private readonly notes: ReadonlySet<number>;

  /** `notes` are the numbers that marks can call; any other mark is a mere number. */
  constructor(
    hasGlyph: (codePoint: number) => boolean,
    typeset: Typeset,
    notes: ReadonlySet<number> = new Set(),
  ) {
    this.hasGlyph = hasGlyph;
    this.formulas = new FormulaSetter(hasGlyph, typeset);
    this.notes = notes;
  }

  /** Printable text; replacements are told under the segment's number. */
  clean(text: string, segment: number, place: TextPlace = column): string {
    const prepared = prepareText(text, this.hasGlyph, place);
    this.notices.push(...prepared.notices.map((notice) => ({ ...notice, segment })));
    return prepared.text;
  }

  /** An address that may be printed and followed, null for any other; where it breaks is no news. */
  cleanAddress(href: string | null): { readonly href: string; readonly text: string } | null {
    if (!href || !/^https?:\/\/\S+$/i.test(href)) return null;
    return { href: href.toWellFormed(), text: prepareText(href, this.hasGlyph).text };
  }

  /** What is wider than its place is broken there, a formula parted or made smaller. */
  buildRuns(items: readonly Inline[], segment: number, place: TextPlace = column): Run[] {
    const runs: Run[] = [];
    let marksBefore = 0;
    for (const [index, item] of items.entries()) {
      if (item.type === "formula") {
        const width = place.width - measureBrackets(items, index);
        addFormula(runs, this.buildFormulaRuns(item.tex, segment, { ...place, width }), lineBreak);
      } else {
        const run = this.buildRun(item, segment, place);
        if (item.type === "footnote") addMark(runs, run, markGap, marksBefore, place.width);
        else runs.push(run);
      }
      marksBefore = item.type === "footnote" ? marksBefore + 1 : 0;
    }
    return spaceLatin(runs, latinGap);
  }

  /** The picture of a formula on its own, at most `width` em wide; null, and a notice, where it must be printed as code. */
  buildFormula(tex: string, segment: number, width: number): FormulaImage | null {
    const formula = this.formulas.setDisplay(tex, width);
    if (!formula) this.tellCode(tex, segment);
    return formula;
  }

  /** The rows of a formula; the first speaks for all of them. */
  private buildFormulaRuns(tex: string, segment: number, place: TextPlace): Run[] {
    const rows = this.formulas.setInline(tex, place.width);
    if (rows)
      return rows.map((formula, row) => ({ ...plain, type: "formula", text: row === 0 ? tex : "", formula }));
    this.tellCode(tex, segment);
    return [{ ...plain, text: this.clean(tex, segment, place), marks: ["code"] }];
  }

  private tellCode(tex: string, segment: number): void {
    this.notices.push({ code: "formula-as-code", segment, detail: tex.slice(0, 200) });
  }

  private buildRun(
    item: Exclude<Inline, { readonly type: "formula" }>,
    segment: number,
    place: TextPlace,
  ): Run {
    switch (item.type) {
      case "text": {
        const href = this.cleanAddress(item.href ?? null)?.href ?? null;
        const marks = item.marks ?? [];
        const words = this.clean(item.text, segment, place);
        return { ...plain, text: marks.includes("code") ? words : joinNumbers(words, place), marks, href };
      }
      case "break":
        return lineBreak;
      case "footnote":
        return this.buildMark(item.number);
      case "mention":
        return { ...plain, text: this.clean(item.name, segment, place) };
      case "image":
        return { ...plain, text: this.clean(`[${item.alt}]`, segment, place) };
    }
  }

  private buildMark(note: number): Run {
    const text = String(note);
    if (!this.notes.has(note)) return { ...plain, text, marks: ["superscript"] };
    const type = this.called.has(note) ? "note-again" : "note";
    this.called.add(note);
    return { ...plain, type, text };
  }
}
