"use client";
import { useTranslations } from "next-intl";
import { pickTerms } from "#components/glossary/pick-terms.ts";
import { StateChip } from "#components/glossary/state-chip.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import type { ConceptEntry } from "#core/glossary/concept.ts";

export type TermCardProps = {
  readonly concept: ConceptEntry;
  /** The digit that inserts it (Ctrl+1…9), null beyond nine. */
  readonly digit: number | null;
  readonly onInsert: () => void;
};

/** What a translator needs of one concept while writing. */
export function TermCard({ concept, digit, onInsert }: TermCardProps) {
  const t = useTranslations("glossary");
  const { chinese, allowed, forbidden } = pickTerms(concept);
  const [first, ...others] = allowed;
  return (
    <article className="flex flex-col gap-1.5 border-line border-b px-5 py-4">
      {chinese.map((term) => (
        <h3 key={term.id} className="flex flex-wrap items-baseline gap-x-2">
          <span lang="zh-CN" className="font-zh text-[20px]">
            {term.text}
          </span>
          <span lang="zh-Latn-pinyin" className="text-muted">
            {term.pinyin}
          </span>
        </h3>
      ))}
      <p className="flex flex-wrap items-center gap-x-2">
        <span lang="en" className={first ? "font-en text-[16px]" : "text-muted"}>
          {first?.text ?? t("noRendering")}
        </span>
        <StateChip concept={concept} hasName />
      </p>
      {others.length > 0 && (
        <p lang="en" className="font-en text-muted">
          {others.map((term) => term.text).join(" · ")}
        </p>
      )}
      {forbidden.map((term) => (
        <p key={term.id} className="flex items-center gap-2 text-muted">
          <span lang="en">
            <Chip tone="struck">{term.text}</Chip>
          </span>
          {t("forbidden")}
        </p>
      ))}
      {concept.definition && <p className="text-muted">{concept.definition}</p>}
      {first && (
        <p className="flex items-center gap-1.5">
          <button
            type="button"
            // The caret stays in the text, where the term goes.
            onMouseDown={(event) => event.preventDefault()}
            onClick={onInsert}
            aria-label={t("insertTerm", { text: first.text })}
            className="underline decoration-faint underline-offset-3"
          >
            {t("insert")}
          </button>
          {digit !== null && <Kbd>{`Ctrl ${digit}`}</Kbd>}
        </p>
      )}
    </article>
  );
}
