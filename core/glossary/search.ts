/** Search in the glossary by hanzi, pinyin without tones ("wandao chaoche", "wandaochaoche"), or English. */
import type { ConceptEntry } from "#core/glossary/concept.ts";

/** Everything of a concept that a search looks at, folded into one string. */
export function buildSearchKey(concept: ConceptEntry): string {
  const pinyin = concept.terms.map((term) => squeeze(fold(term.pinyin ?? "")));
  return [...concept.terms.map((term) => fold(term.text)), ...pinyin].join("\n");
}

/** A test of search keys; an empty query accepts all. */
export function buildSearchTest(query: string): (key: string) => boolean {
  const text = fold(query);
  // "lü" is typed "lv".
  const pinyin = squeeze(text).replaceAll("v", "u");
  if (pinyin === "") return () => true;
  return (key) => key.includes(text) || key.includes(pinyin);
}

/** Lower case, no accents or tone marks, single spaces. */
function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/gu, " ").trim();
}

function squeeze(text: string): string {
  return text.replace(/[\s'’]/gu, "");
}
