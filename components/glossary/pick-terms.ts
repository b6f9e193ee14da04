import type { ConceptEntry, TermStatus } from "#core/glossary/concept.ts";

/** A concept's terms as a card shows them. */
export function pickTerms({ terms }: ConceptEntry) {
  const english = terms.filter((term) => term.language === "en");
  const withStatus = (status: TermStatus) => english.filter((term) => term.status === status);
  return {
    chinese: terms.filter((term) => term.language === "zh"),
    allowed: [...withStatus("preferred"), ...withStatus("admitted")],
    forbidden: withStatus("deprecated"),
  };
}

/** The name that a concept goes by: its first Chinese term. */
export function getConceptName(concept: ConceptEntry): string {
  return concept.terms.find((term) => term.language === "zh")?.text ?? "";
}
