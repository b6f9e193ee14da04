"use client";
import { useTranslations } from "next-intl";
import type { ConceptQuery } from "#client/glossary/concept-requests.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export type NoConceptsProps = {
  readonly answered: ConceptQuery;
  readonly onAsk: (query: ConceptQuery) => void;
  readonly onAdd: (() => void) | null;
};

/** Why the list is empty, and the one step from there. */
export function NoConcepts({ answered, onAsk, onAdd }: NoConceptsProps) {
  const t = useTranslations("glossary");
  const { query, filter } = answered;
  const isSearch = query.trim() !== "";
  const sentence = isSearch
    ? t("nothingFound", { query: query.trim() })
    : filter === "all"
      ? t("empty")
      : t(`emptyFilter.${filter}`);
  const isAsked = isSearch || filter !== "all";
  return (
    <div className="grow px-7 pt-6 max-sm:px-4">
      <EmptyState sentence={sentence}>
        <span className="flex flex-wrap justify-center gap-2">
          {isAsked && (
            <Button onClick={() => onAsk({ ...answered, query: "", filter: "all" })}>{t("showAll")}</Button>
          )}
          {onAdd && (isSearch || !isAsked) && <Button onClick={onAdd}>{t("add")}</Button>}
        </span>
      </EmptyState>
    </div>
  );
}
