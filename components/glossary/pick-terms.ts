import type { ConceptEntry, TermStatus } from "#core/glossary/concept.ts";

type Term = ConceptEntry["terms"][number];

/** A concept's terms as a card shows them. */
export function pickTerms({ terms }: ConceptEntry) {
  const english = terms.filter((term) => term.language === "en");
  const withStatus = (status: TermStatus) => english.filter((term) => term.status === status);
  return {
    chinese: terms.filter((term) => term.language === "zh").map(dropEcho),
    allowed: [...withStatus("preferred"), ...withStatus("admitted")],
    forbidden: withStatus("deprecated"),
  };
}

/** A term in Latin letters, as Chinese texts have many, is its own pinyin: said once is enough. */
function dropEcho(term: Term): Term {
  return term.pinyin === term.text ? { ...term, pinyin: null } : term;
}

/** The name that a concept goes by: its first Chinese term. */
export function getConceptName(concept: ConceptEntry): string {
  return concept.terms.find((term) => term.language === "zh")?.text ?? "";
}
