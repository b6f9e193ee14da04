/** Sets TeX as a picture of curves. The engine is loaded by the first formula: most articles have none. */

import { liteAdaptor } from "mathjax-full/js/adaptors/liteAdaptor.js";
import { RegisterHTMLHandler } from "mathjax-full/js/handlers/html.js";
import { AllPackages } from "mathjax-full/js/input/tex/AllPackages.js";
import { TeX } from "mathjax-full/js/input/tex.js";
import { mathjax } from "mathjax-full/js/mathjax.js";
import { SVG } from "mathjax-full/js/output/svg.js";
import { texLimit } from "#core/articles/formula.ts";

/** An SVG with its size in em of the surrounding text; `depth` is how far it reaches below the line. */
export type FormulaImage = {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly depth: number;
};

const svgLimit = 400_000;
/** Neither macros of its own, nor files, nor HTML: what a formula needs and nothing that can grow without end. */
const packages = AllPackages.filter((name) =>
  ["base", "ams", "cancel", "boldsymbol", "braket", "color"].includes(name),
);
/** Commands of other engines by what they mean in this one. */
const macros = { bm: ["\\boldsymbol{#1}", 1] };

/** What a formula defines the engine would know in all that follow. */
const definition = /\\(?:DeclareMathOperator|definecolor)/;

const adaptor = liteAdaptor();
RegisterHTMLHandler(adaptor);
const output = new SVG({ fontCache: "none" });
const usual = buildEngine();

function buildEngine() {
  const input = new TeX({
    packages: [...packages, "configmacros"],
    macros,
    maxBuffer: 5_000,
    maxMacros: 200,
  });
  return { input, math: mathjax.document("", { InputJax: input, OutputJax: output }) };
}

/** The picture of a formula; null when it is no TeX that can be set, or too much of it. */
export function typesetFormula(tex: string, isDisplay: boolean): FormulaImage | null {
  if (tex.length > texLimit) return null;
  const svg = renderSvg(tex, isDisplay);
  // Of the outermost picture: a tall brace is made of smaller ones.
  const box = /^<svg[^>]* viewBox="\S+ (\S+) (\S+) (\S+)"/.exec(svg)?.slice(1).map(Number);
  if (!box || svg.length > svgLimit || /data-mml-node="merror"/.test(svg)) return null;
  const [top = 0, width = 0, height = 0] = box.map((units) => units / 1000);
  return width > 0 && height > 0 ? { svg, width, height, depth: height + top } : null;
}

/** The number of a formula beside it: the engine would set it at the edge of a page that it does not know. */
function writeTagBeside(tex: string): string {
  return tex.replace(/\\tag(\*?)\s*\{([^{}]*)\}/g, (_, star, tag) =>
    star ? `\\qquad\\text{${tag}}` : `\\qquad(\\text{${tag}})`,
  );
}

/** Rows that stand in no environment are still rows, one above the other. */
function gatherRows(tex: string): string {
  const rows = tex.replace(/(\s*\\\\)+\s*$/, "");
  return hasBareBreak(rows) ? `\\begin{gathered}${rows}\\end{gathered}` : rows;
}

/** True when a row ends outside of any environment and any brace. */
function hasBareBreak(tex: string): boolean {
  let depth = 0;
  for (const [token] of tex.matchAll(/\\(?:begin|end)\s*\{[^}]*\}|\\.|[{}]/gs)) {
    if (token === "\\\\" && depth === 0) return true;
    if (token === "{" || token.startsWith("\\begin")) depth += 1;
    if (token === "}" || token.startsWith("\\end")) depth -= 1;
  }
  return false;
}

function renderSvg(tex: string, isDisplay: boolean): string {
  const { input, math } = definition.test(tex) ? buildEngine() : usual;
  try {
    // A label of the formula before would be one that is given twice.
    input.reset();
    const container = math.convert(gatherRows(writeTagBeside(tex)), { display: isDisplay });
    const markup = adaptor.serializeXML(container).replace(/^<mjx-container[^>]*>|<\/mjx-container>$/g, "");
    return dressMarkup(markup);
  } catch {
    // The engine throws on some broken input instead of answering with an error node: the caller prints the TeX itself.
    return "";
  }
}

/** Words in the print's own Chinese face, and the rules of arrays as the engine's own style sheet would draw them. */
function dressMarkup(markup: string): string {
  return markup
    .replaceAll('font-family="serif"', 'font-family="Noto Serif SC"')
    .replaceAll("<line data-line", '<line stroke-width="60" data-line')
    .replaceAll('class="mjx-dashed"', 'stroke-dasharray="140"');
}
