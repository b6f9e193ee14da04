"use client";
import { useTranslations } from "next-intl";
import type { ConceptQuery } from "#client/glossary/use-concept-pages.ts";
import { Input } from "#components/ui/input.tsx";
import { type ConceptPage, conceptFilters } from "#core/glossary/concept.ts";

export type FilterBarProps = {
  readonly asked: ConceptQuery;
  readonly counts: ConceptPage["counts"];
  readonly onAsk: (query: ConceptQuery) => void;
};

/** The search field and the filters, each with how many concepts stand behind it. */
export function FilterBar({ asked, counts, onAsk }: FilterBarProps) {
  const t = useTranslations("glossary");
  return (
    <>
      <span className="min-w-48 grow max-sm:basis-full">
        <Input
          type="search"
          aria-label={t("search")}
          placeholder={t("search")}
          value={asked.query}
          maxLength={200}
          onValueChange={(query) => onAsk({ ...asked, query })}
        />
      </span>
      <fieldset aria-label={t("filters")} className="flex gap-2">
        {conceptFilters.map((filter) => (
          <button
            key={filter}
            type="button"
            aria-pressed={asked.filter === filter}
            onClick={() => onAsk({ ...asked, filter })}
            className="h-8 whitespace-nowrap rounded-full border border-line px-3 font-medium text-muted hover:text-ink aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-paper"
          >
            {t(`filter.${filter}`)} {counts[filter]}
          </button>
        ))}
      </fieldset>
    </>
  );
}
