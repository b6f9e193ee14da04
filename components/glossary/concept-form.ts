/** A concept as the edit dialog holds it: lists of terms are lines of text. */
import { z } from "zod";
import type { ConceptEntry, TermDraft, TermLanguage, TermStatus } from "#core/glossary/concept.ts";

export const conceptFields = [
  "chinese",
  "preferred",
  "admitted",
  "forbidden",
  "definition",
  "domain",
  "note",
] as const;
export type ConceptField = (typeof conceptFields)[number];
export type ConceptForm = Readonly<Record<ConceptField, string>>;

const formSchema = z.record(z.enum(conceptFields), z.string());

/** What is being typed, and the version of the concept that it was made from. */
export const conceptDraftSchema = z.object({ form: formSchema, base: formSchema, changedAt: z.number() });

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
  const toDrafts = (text: string, language: TermLanguage, status: TermStatus): TermDraft[] =>
    listLines(text).map((line) => ({ language, text: line, status }));
  const [first, ...variants] = toDrafts(form.chinese, "zh", "admitted");
  return [
    ...(first ? [{ ...first, status: "preferred" as const }] : []),
    ...variants,
    ...toDrafts(form.preferred, "en", "preferred"),
    ...toDrafts(form.admitted, "en", "admitted"),
    ...toDrafts(form.forbidden, "en", "deprecated"),
    ...concept.terms
      .filter((term) => term.status === "superseded")
      .map(({ language, text, status }) => ({ language, text, status })),
  ];
}

/** The lines of a field that say something. */
export function listLines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

export type MergedForm = {
  readonly form: ConceptForm;
  /** Fields that both sides changed, each in its own way: the form has mine. */
  readonly clashes: readonly ConceptField[];
};

/** My form on top of another person's, both made from `base`: what only they changed is theirs, all else is mine. */
export function mergeForms(base: ConceptForm, mine: ConceptForm, theirs: ConceptForm): MergedForm {
  const form = { ...mine };
  const clashes: ConceptField[] = [];
  for (const field of conceptFields) {
    if (theirs[field] === base[field] || theirs[field] === mine[field]) continue;
    if (mine[field] === base[field]) form[field] = theirs[field];
    else clashes.push(field);
  }
  return { form, clashes };
}
