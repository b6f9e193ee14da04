"use client";
import { useTranslations } from "next-intl";
import { pickTerms } from "#components/glossary/pick-terms.ts";
import type { ConceptEntry } from "#core/glossary/concept.ts";

export type RenderingListProps = {
  readonly concept: ConceptEntry;
  /** By id of a term, in how many translations it stands; null while it is being counted. */
  readonly counts: Readonly<Record<string, number>> | null;
};

/** The English terms of a concept, the forbidden ones struck, with how often each is used. */
export function RenderingList({ concept, counts }: RenderingListProps) {
  const t = useTranslations("glossary");
  const { allowed, forbidden } = pickTerms(concept);
  return (
    <section aria-label={t("renderings")} className="mt-6">
      <h3 className="mb-1 font-semibold text-[12px] text-muted">{t("renderings")}</h3>
      <ul className="border-line border-t">
        {[...allowed, ...forbidden].map((term) => (
          <li key={term.id} className="flex items-baseline justify-between gap-4 border-line border-b py-2">
            <span
              lang="en"
              className={`min-w-0 break-words font-en text-[17px] ${term.status === "deprecated" ? "text-muted line-through" : ""}`}
            >
              {term.text}
            </span>
            <span className="shrink-0 text-right text-muted">
              {term.status !== "preferred" && <span className="mr-3">{t(`status.${term.status}`)}</span>}
              {counts && (
                <span className="tabular-nums">{t("usedTimes", { count: counts[term.id] ?? 0 })}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {allowed.length === 0 && <p className="mt-2 text-muted">{t("noRendering")}</p>}
    </section>
  );
}
