/** A concept as the edit dialog holds it: lists of terms are lines of text. */
import type { ConceptEntry, TermDraft, TermLanguage, TermStatus } from "#core/glossary/concept.ts";

export type ConceptForm = {
  readonly chinese: string;
  readonly preferred: string;
  readonly admitted: string;
  readonly forbidden: string;
  readonly definition: string;
  readonly domain: string;
  readonly note: string;
};

export function readForm(concept: ConceptEntry): ConceptForm {
  const english = concept.terms.filter((term) => term.language === "en");
  const chinese = concept.terms.filter((term) => term.language === "zh" && term.status !== "superseded");
  const preferred = english.find((term) => term.status === "preferred");
  const admitted = english.filter(
    (term) => term !== preferred && (term.status === "preferred" || term.status === "admitted"),
  );
  const join = (terms: ConceptEntry["terms"]) => terms.map((term) => term.text).join("\n");
  return {
    chinese: join(chinese),
    preferred: preferred?.text ?? "",
    admitted: join(admitted),
    forbidden: join(english.filter((term) => term.status === "deprecated")),
    definition: concept.definition,
    domain: concept.domain,
    note: concept.note,
  };
}

/** The terms that a form says, with the superseded ones that it does not show. */
export function listTerms(form: ConceptForm, concept: ConceptEntry): TermDraft[] {
  const lines = (text: string, language: TermLanguage, status: TermStatus): TermDraft[] =>
    text
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean)
      .map((line) => ({ language, text: line, status }));
  const [first, ...variants] = lines(form.chinese, "zh", "admitted");
  return [
    ...(first ? [{ ...first, status: "preferred" as const }] : []),
    ...variants,
    ...lines(form.preferred, "en", "preferred"),
    ...lines(form.admitted, "en", "admitted"),
    ...lines(form.forbidden, "en", "deprecated"),
    ...concept.terms
      .filter((term) => term.status === "superseded")
      .map(({ language, text, status }) => ({ language, text, status })),
  ];
}
