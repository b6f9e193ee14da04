/** Sets formulas as wide as their place: small enough, or in rows where that would be too small to read. */
import { splitFormula } from "./split-formula.ts";
import type { FormulaImage } from "./typeset-formula.ts";

export type Typeset = (tex: string, isDisplay: boolean) => FormulaImage | null;

/** em that any formula may be high, to stay on its page. */
const formulaHeight = 50;
/** Milliseconds of work that all formulas of a book may take together, and from which on none is parted any more. */
const formulaTime = 10_000;
const partingTime = 5_000;
/** Part of its size from which a formula is parted rather than made smaller. */
const leastScale = 0.85;

export class FormulaSetter {
  private readonly hasGlyph: (codePoint: number) => boolean;
  private readonly typeset: Typeset;
  /** Most formulas come twice, in the source and in its translation. */
  private readonly known = new Map<string, FormulaImage | null>();
  private timeTaken = 0;

  constructor(hasGlyph: (codePoint: number) => boolean, typeset: Typeset) {
    this.hasGlyph = hasGlyph;
    this.typeset = typeset;
  }

  /** The rows of a formula among words, each at most `width` em wide; null where it must be printed as code. */
  setInline(tex: string, width: number): FormulaImage[] | null {
    const whole = this.set(tex, false);
    if (!whole) return null;
    const parts = fits(whole, width) ? [] : this.fillRows(tex, width);
    const rows = parts.flatMap((row) => this.set(row, false) ?? []);
    return (parts.length > 1 && rows.length === parts.length ? rows : [whole]).map((image) =>
      shrink(image, width),
    );
  }

  /** The picture of a formula on its own, at most `width` em wide; null where it must be printed as code. */
  setDisplay(tex: string, width: number): FormulaImage | null {
    const whole = this.set(tex, true);
    if (!whole || fits(whole, width)) return whole && shrink(whole, width);
    const rows = this.fillRows(tex, width - indent);
    const apart = `\\begin{aligned}&${rows.join("\\\\&\\qquad ")}\\end{aligned}`;
    return shrink((rows.length > 1 && this.set(apart, true)) || whole, width);
  }

  private set(tex: string, isDisplay: boolean): FormulaImage | null {
    const key = `${isDisplay} ${tex}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const start = readWork();
    // Where a line ends is nothing to print.
    const isPrintable = [...tex.replace(/\s/g, "")].every((character) =>
      this.hasGlyph(character.codePointAt(0) ?? 0),
    );
    const image = isPrintable && this.timeTaken < formulaTime ? this.typeset(tex, isDisplay) : null;
    this.timeTaken += readWork() - start;
    this.known.set(key, image);
    return image;
  }

  /** The TeX of each row; one row where the formula cannot be parted. Inside of brackets only where nothing else helps. */
  private fillRows(tex: string, width: number): string[] {
    if (this.timeTaken > partingTime) return [tex];
    const outside = this.measureParts(splitFormula(tex, false));
    const isEnough = outside?.every((part) => part.width * leastScale <= width);
    const parts = isEnough ? outside : this.measureParts(splitFormula(tex, true));
    if (!parts) return [tex];
    const rows: Part[] = [];
    for (const part of parts) {
      const last = rows.at(-1);
      if (last && last.width + part.width <= width)
        rows.splice(-1, 1, { tex: last.tex + part.tex, width: last.width + part.width });
      else rows.push(part);
    }
    // An operator at the end of a row keeps its space before it.
    return rows.map((row) => `${row.tex}{}`);
  }

  private measureParts(parts: readonly string[]): Part[] | null {
    const measured = parts.map((part) => ({
      tex: part,
      width: this.set(`${part}{}`, false)?.width ?? Number.NaN,
    }));
    return measured.some((part) => Number.isNaN(part.width)) ? null : measured;
  }
}

type Part = { readonly tex: string; readonly width: number };

/** em that the rows after the first are set in by. */
const indent = 2;

/** Milliseconds that this process has worked: a busy machine takes nothing from the formulas. */
function readWork(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function fits(image: FormulaImage, width: number): boolean {
  return image.width * leastScale <= width;
}

function shrink(image: FormulaImage, width: number): FormulaImage {
  const scale = Math.min(1, width / image.width, formulaHeight / image.height);
  const { svg } = image;
  return { svg, width: image.width * scale, height: image.height * scale, depth: image.depth * scale };
}
