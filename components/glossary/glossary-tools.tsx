"use client";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import type { ConceptQuery } from "#client/glossary/concept-requests.ts";
import { isComposing } from "#client/keys/key-map.ts";
import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import { useEarlyInput } from "#components/ui/use-early-input.ts";
import { type ConceptPage, conceptFilters } from "#core/glossary/concept.ts";
import { queryCharacterLimit } from "#core/text/query-limit.ts";

export type GlossaryToolsProps = {
  readonly search: RefObject<HTMLInputElement | null>;
  readonly asked: ConceptQuery;
  readonly counts: ConceptPage["counts"];
  readonly onAsk: (query: ConceptQuery) => void;
  /** From the search field into the list. */
  readonly onLeave: () => void;
  /** Null for who may not add. */
  readonly onAdd: (() => void) | null;
};

/** The search field, the filters, each with how many concepts stand behind it, and the way to a new term. */
export function GlossaryTools({ search, asked, counts, onAsk, onLeave, onAdd }: GlossaryToolsProps) {
  const t = useTranslations("glossary");
  const ask = (query: string) => onAsk({ ...asked, query });
  useEarlyInput(search, asked.query, ask);
  return (
    <search className="flex flex-wrap items-center gap-2 px-7 pt-5 pb-2 max-sm:px-4">
      <span className="min-w-0 grow max-xl:basis-0">
        <Input
          ref={search}
          type="search"
          aria-label={t("search")}
          placeholder={t("searchHint")}
          value={asked.query}
          maxLength={queryCharacterLimit}
          onValueChange={ask}
          onKeyDown={(event) => {
            const isLeaving = event.key === "ArrowDown" || event.key === "Enter";
            if (isComposing(event.nativeEvent) || !isLeaving) return;
            event.preventDefault();
            event.currentTarget.blur();
            onLeave();
          }}
        />
      </span>
      <fieldset
        aria-label={t("filters")}
        className="-mx-1 flex min-w-0 gap-2 overflow-x-auto max-sm:gap-1.5 px-1 py-1 [scrollbar-width:none] max-xl:order-last max-xl:basis-full"
      >
        {conceptFilters
          .filter((filter) => filter !== "conflicts" || counts.conflicts > 0 || asked.filter === filter)
          .map((filter) => (
            <button
              key={filter}
              type="button"
              aria-pressed={asked.filter === filter}
              onClick={() => onAsk({ ...asked, filter })}
              className="h-8 shrink-0 whitespace-nowrap rounded-full border border-line px-3 max-sm:px-2.5 max-sm:text-[12.5px] font-medium text-muted hover:text-ink aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-paper"
            >
              {t("filterCount", { name: t(`filter.${filter}`), count: counts[filter] })}
            </button>
          ))}
      </fieldset>
      {onAdd && (
        <Button look="primary" onClick={onAdd}>
          <Plus aria-hidden size={14} />
          <span className="max-sm:sr-only">{t("add")}</span>
        </Button>
      )}
    </search>
  );
}
