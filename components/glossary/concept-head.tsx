"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { pickTerms } from "#components/glossary/pick-terms.ts";
import { StateChip } from "#components/glossary/state-chip.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { ConceptSummary } from "#core/glossary/concept.ts";

/** The name of a concept with what it means. */
export function ConceptHead(props: { readonly concept: ConceptSummary; readonly onClose: () => void }) {
  const { concept, onClose } = props;
  const t = useTranslations("glossary");
  return (
    <>
      <div className="flex items-start justify-between gap-3">
        <h2 className="flex flex-wrap items-baseline gap-x-3">
          {pickTerms(concept).chinese.map((term) => (
            <span key={term.id} className="flex flex-wrap items-baseline gap-x-3">
              <span lang="zh-CN" className="break-all font-zh text-[30px]/[1.4]">
                {term.text}
              </span>
              <span lang="zh-Latn-pinyin" className="font-normal text-[14px] text-muted">
                {term.pinyin}
              </span>
            </span>
          ))}
        </h2>
        <IconButton icon={X} label={t("close")} onClick={onClose} />
      </div>
      <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1">
        <StateChip concept={concept} />
        {concept.domain && <span className="text-muted">{concept.domain}</span>}
      </p>
      {concept.definition && <p className="mt-3 whitespace-pre-line break-words">{concept.definition}</p>}
      {concept.note && <p className="mt-2 whitespace-pre-line break-words text-muted">{concept.note}</p>}
    </>
  );
}
