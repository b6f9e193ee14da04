"use client";
import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { getConceptName, pickTerms } from "#components/glossary/pick-terms.ts";
import { StateChip } from "#components/glossary/state-chip.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import type { ConceptEntry } from "#core/glossary/concept.ts";

export type TermCardProps = {
  readonly projectId: string;
  readonly concept: ConceptEntry;
  /** The digit that inserts it (Ctrl+1…9), null beyond nine. */
  readonly digit: number | null;
  /** Null where the reader may not write. */
  readonly onInsert: ((concept: ConceptEntry) => void) | null;
  /** Its forbidden renderings that the translation uses, as they stand in it. */
  readonly misuses: readonly string[];
  /** In how many segments it is used; null while that is not known or not asked for. */
  readonly uses: number | null;
};

/** What a translator needs of one concept while writing. */
export function TermCard(props: TermCardProps) {
  const t = useTranslations("glossary");
  const { concept, misuses } = props;
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
        <span lang={first && "en"} className={first ? "font-en text-[16px]" : "text-muted"}>
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
      <div aria-live="polite" className="contents">
        {misuses.map((used) => (
          <p key={used} className="flex items-start gap-1.5 font-medium text-amber">
            <TriangleAlert aria-hidden size={13} className="mt-[3.5px] shrink-0" />
            {first ? t("misuse", { used, allowed: first.text }) : t("misuseAlone", { used })}
          </p>
        ))}
      </div>
      {concept.definition && <p className="text-muted">{concept.definition}</p>}
      <TermActions {...props} insertion={first?.text ?? null} />
    </article>
  );
}

type ActionsProps = TermCardProps & { readonly insertion: string | null };

function TermActions({ projectId, concept, digit, onInsert, uses, insertion }: ActionsProps) {
  const t = useTranslations("glossary");
  const link = "underline decoration-faint underline-offset-3";
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
      {insertion !== null && onInsert && (
        <span className="flex items-center gap-1.5">
          <button
            type="button"
            // The caret stays in the text, where the term goes.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onInsert(concept)}
            aria-label={t("insertTerm", { text: insertion })}
            className={`text-ink ${link}`}
          >
            {t("insert")}
          </button>
          {digit !== null && <Kbd isHint>{`Ctrl ${digit}`}</Kbd>}
        </span>
      )}
      <Link
        className={link}
        aria-label={t("openTerm", { term: getConceptName(concept) })}
        href={`/projects/${projectId}/glossary?concept=${concept.id}`}
        // A page for each card that comes into view would be fetched for nothing.
        prefetch={false}
      >
        {t("open")}
      </Link>
      {/* Last, since it comes late: nothing moves away from the pointer. */}
      {uses !== null && <span>{t("usedIn", { count: uses })}</span>}
    </p>
  );
}
