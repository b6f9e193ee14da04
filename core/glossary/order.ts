/** The orders of the glossary's list. */
import type { ConceptEntry } from "#core/glossary/concept.ts";
import type { Steps } from "#core/steps.ts";
import { buildPinyinKey } from "#core/text/pinyin-order.ts";

/** Sorts as text: concepts to review first, then by the pinyin of their first Chinese term. Differs for any two concepts. */
export function buildOrderKey(concept: ConceptEntry): string {
  const chinese = concept.terms.find((term) => term.language === "zh");
  const pinyin = buildPinyinKey(chinese?.pinyin ?? "");
  // A tab comes before what follows a syllable: the shorter of two terms is the first.
  return [concept.state === "proposed" ? 0 : 1, pinyin, chinese?.text ?? "", concept.id].join("\t");
}

/** Items dealt out in one step. */
const stepSize = 2048;

/** The most used first, equals in the order given. Time grows with their number alone: they are dealt out by their use. */
export function* sortByUse<Item>(items: readonly Item[], countUse: (item: Item) => number): Steps<Item[]> {
  const byUse = new Map<number, Item[]>();
  for (const [index, item] of items.entries()) {
    if (index % stepSize === 0) yield;
    const use = countUse(item);
    const equals = byUse.get(use);
    if (equals) equals.push(item);
    else byUse.set(use, [item]);
  }
  return [...byUse].sort(([a], [b]) => b - a).flatMap(([, equals]) => equals);
}
