"use client";
import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { pickTerms } from "#components/glossary/pick-terms.ts";
import type { ConceptDetail } from "#core/glossary/concept.ts";
import { findPhrase } from "#core/glossary/recognise.ts";
import { buildTermMatcher, type TermMatch } from "#core/glossary/term-matcher.ts";
import { Link } from "#i18n/navigation.ts";

type EvidenceProps = { readonly projectId: string; readonly concept: ConceptDetail };

/** The segments that use a concept, source above translation, each a link to its place. */
export function ConceptEvidenceList({ projectId, concept }: EvidenceProps) {
  const t = useTranslations("glossary");
  const { chinese, allowed, forbidden } = pickTerms(concept);
  const matcher = buildTermMatcher(chinese.map((term) => term.text));
  const count = concept.evidence.length;
  return (
    <>
      <h3 className="mt-6 mb-1 font-semibold text-[12px] text-muted">
        {concept.hasMoreEvidence ? t("evidenceMany", { count }) : t("evidence", { count })}
      </h3>
      <ul className="border-line border-t">
        {concept.evidence.map((each) => (
          <li key={each.segmentId} className="border-line border-b py-2.5">
            <p lang="zh-CN" className="line-clamp-3 font-zh text-[15px]/[1.7]">
              {markRanges(each.sourceText, matcher.findAll(each.sourceText))}
            </p>
            {each.targetText === "" ? (
              <p className="text-muted italic">{t("notTranslated")}</p>
            ) : (
              <p lang="en" className="line-clamp-3 font-en text-[15px] text-muted">
                {markRanges(
                  each.targetText,
                  [...allowed, ...forbidden].flatMap((term) => findPhrase(each.targetText, term.text)),
                )}
              </p>
            )}
            <Link
              className="text-[12px] text-muted underline decoration-faint underline-offset-3"
              href={`/projects/${projectId}/articles/${each.articleId}#segment-${each.number}`}
            >
              {t("place", { title: each.articleTitle, number: String(each.number) })}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The text with these ranges marked; of two that overlap, the one that begins first. */
function markRanges(text: string, ranges: readonly Pick<TermMatch, "start" | "end">[]): ReactNode {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at) continue;
    pieces.push(
      <Fragment key={start}>
        {text.slice(at, start)}
        <mark className="bg-seal-wash text-inherit">{text.slice(start, end)}</mark>
      </Fragment>,
    );
    at = end;
  }
  return [...pieces, text.slice(at)];
}
