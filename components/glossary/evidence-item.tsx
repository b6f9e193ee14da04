"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import type { ConceptEvidence, ConceptSummary } from "#core/glossary/concept.ts";
import { findRenderings } from "#core/glossary/find-renderings.ts";

export type EvidenceItemProps = {
  readonly projectId: string;
  readonly concept: ConceptSummary;
  readonly evidence: ConceptEvidence;
};

type Marked = { readonly start: number; readonly end: number; readonly isForbidden: boolean };

/** One segment, source above translation, the terms marked, with the way to its place. */
export function EvidenceItem({ projectId, concept, evidence }: EvidenceItemProps) {
  const t = useTranslations("glossary");
  const { sourceText, targetText, articleId, articleTitle, number } = evidence;
  const inSource = evidence.ranges.map((range) => ({ ...range, isForbidden: false }));
  const inTarget = findRenderings(targetText, concept).map((match) => ({
    ...match,
    isForbidden: match.status === "deprecated",
  }));
  return (
    <li className="border-line border-b py-3">
      <p lang="zh-CN" className="line-clamp-3 font-zh text-[15px]/[1.7]">
        {markRanges(cutAround(sourceText, inSource))}
      </p>
      {targetText.trim() === "" ? (
        <p className="text-muted">{t("notTranslated")}</p>
      ) : (
        <p lang="en" className="line-clamp-3 break-words font-en text-[15px]/[1.5] text-muted">
          {markRanges(cutAround(targetText, inTarget))}
        </p>
      )}
      <Link
        className="mt-0.5 inline-flex min-h-6 items-center text-[12px] text-muted underline decoration-faint underline-offset-3 hover:text-ink"
        href={`/projects/${projectId}/articles/${articleId}#segment-${number}`}
      >
        {t("place", { title: articleTitle, number: String(number) })}
      </Link>
    </li>
  );
}

type Cut = { readonly text: string; readonly ranges: readonly Marked[] };

/** Characters shown before the first mark. */
const lead = 40;

/** A long text from shortly before its first mark, so that the lines that are shown have it. Words stay whole. */
function cutAround(text: string, ranges: readonly Marked[]): Cut {
  const first = ranges[0]?.start ?? 0;
  if (first <= lead) return { text, ranges };
  const space = text.indexOf(" ", first - lead);
  const start = space >= 0 && space < first ? space + 1 : first - lead;
  const shift = 1 - start;
  return {
    text: `…${text.slice(start)}`.toWellFormed(),
    ranges: ranges.map((each) => ({ ...each, start: each.start + shift, end: each.end + shift })),
  };
}

function markRanges({ text, ranges }: Cut): ReactNode {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { start, end, isForbidden } of ranges) {
    pieces.push(
      <Fragment key={start}>
        {text.slice(at, start)}
        <mark className={`bg-seal-wash text-inherit ${isForbidden ? "line-through" : ""}`}>
          {text.slice(start, end)}
        </mark>
      </Fragment>,
    );
    at = end;
  }
  return [...pieces, text.slice(at)];
}
