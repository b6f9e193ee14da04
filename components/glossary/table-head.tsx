"use client";
import { ArrowDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ConceptQuery } from "#client/glossary/concept-requests.ts";
import { cellLooks, rowColumns } from "#components/glossary/concept-row.tsx";

export type TableHeadProps = {
  /** In pixels. */
  readonly height: number;
  readonly answered: ConceptQuery;
  readonly onAsk: (query: ConceptQuery) => void;
};

/** The names of the columns; the last one orders the list by use, and back. */
export function TableHead({ height, answered, onAsk }: TableHeadProps) {
  const t = useTranslations("glossary");
  const isByUse = answered.order === "uses";
  return (
    <div role="rowgroup" className="sticky top-0 z-1 border-line border-b bg-paper">
      <div
        role="row"
        aria-rowindex={1}
        tabIndex={-1}
        style={{ height: height - 1 }}
        className={`${rowColumns} text-[12px] text-muted`}
      >
        {(["chinese", "english", "state", "domain"] as const).map((column) => (
          <span key={column} role="columnheader" tabIndex={-1} className={cellLooks[column]}>
            {t(`column.${column}`)}
          </span>
        ))}
        <span
          role="columnheader"
          tabIndex={-1}
          aria-sort={isByUse ? "descending" : "none"}
          className={cellLooks.uses}
        >
          <button
            type="button"
            title={isByUse ? t("orderReview") : t("orderUses")}
            onClick={() => onAsk({ ...answered, order: isByUse ? "review" : "uses" })}
            className="-mr-1 inline-flex h-6 items-center gap-1 rounded-sm px-1 hover:text-ink aria-pressed:text-ink"
            aria-pressed={isByUse}
          >
            {isByUse && <ArrowDown aria-hidden size={12} />}
            {t("column.uses")}
          </button>
        </span>
      </div>
    </div>
  );
}
