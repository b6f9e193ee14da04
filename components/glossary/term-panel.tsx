"use client";
import { useTranslations } from "next-intl";
import { TermCard, type TermCardProps } from "#components/glossary/term-card.tsx";
import type { ConceptEntry } from "#core/glossary/concept.ts";

export type TermPanelProps = Pick<TermCardProps, "projectId" | "onInsert"> & {
  /** In the order in which the text names them: the n-th is inserted by Ctrl+n. */
  readonly concepts: readonly ConceptEntry[];
  /** By id of a concept, its forbidden renderings that the translation uses. */
  readonly misused: ReadonlyMap<string, readonly string[]>;
};

const none: readonly string[] = [];

/** The terms of one segment. */
export function TermPanel({ concepts, misused, ...rest }: TermPanelProps) {
  const t = useTranslations("glossary");
  if (concepts.length === 0) return <p className="px-5 py-4 text-muted">{t("noTerms")}</p>;
  return concepts.map((concept, index) => (
    <TermCard
      key={concept.id}
      {...rest}
      concept={concept}
      digit={index < 9 ? index + 1 : null}
      misuses={misused.get(concept.id) ?? none}
      uses={null}
    />
  ));
}
