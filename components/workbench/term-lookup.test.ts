import fc from "fast-check";
import { expect, test } from "vitest";
import type { ConceptEntry, ConceptState, TermStatus } from "#core/glossary/concept.ts";
import { buildTermLookup } from "./term-lookup.ts";

function aConcept(
  id: string,
  zh: string,
  state: ConceptState,
  status: TermStatus = "preferred",
): ConceptEntry {
  const term = { id: `${id}-zh`, language: "zh" as const, text: zh, status, pinyin: null };
  return { id, state, definition: "", domain: "", note: "", proposedBy: "", terms: [term] };
}

test("all concepts of one name come together, approved ones first, and none that is superseded", () => {
  const { listConcepts } = buildTermLookup([
    aConcept("proposed", "合龙", "proposed"),
    aConcept("approved", "合龙", "approved"),
    aConcept("arch", "拱架", "approved"),
    aConcept("old", "桥", "approved", "superseded"),
    aConcept("rejected", "合龙", "rejected"),
  ]);
  const ids = listConcepts("拱架搭好，桥就合龙，合龙那天").map(({ id }) => id);
  expect(ids).toEqual(["arch", "approved", "proposed"]);
});

test("a text is looked through once", () => {
  const { find } = buildTermLookup([aConcept("arch", "拱架", "approved")]);
  expect(find("拱架")).toBe(find("拱架"));
});

test("the concepts that win in an article recognise in it what the whole glossary does", () => {
  const word = fc.string({ unit: fc.constantFrom("石", "拱", "桥", "墩"), minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { maxLength: 20 }),
      fc.array(word, { maxLength: 8 }),
      (terms, sources) => {
        const texts = [...sources, sources.join("")];
        const all = terms.map((text) => aConcept(text, text, "approved"));
        const whole = buildTermLookup(all);
        const winners = new Set(texts.flatMap((text) => whole.listConcepts(text)));
        const part = buildTermLookup(all.filter((concept) => winners.has(concept)));
        for (const text of texts) expect(part.find(text)).toEqual(whole.find(text));
      },
    ),
  );
});
