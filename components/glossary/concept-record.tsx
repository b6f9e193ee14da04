"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { RelativeTime, useNow } from "#components/ui/relative-time.tsx";
import type { ConceptDetail } from "#core/glossary/concept.ts";

/** Who proposed a concept, when and where, and who decided about it, when and why. */
export function ConceptRecord(props: { readonly projectId: string; readonly concept: ConceptDetail }) {
  const { concept, projectId } = props;
  const t = useTranslations("glossary");
  const now = useNow(Date.now());
  const { decision, proposedFrom } = concept;
  return (
    <ul className="mt-4 flex flex-col gap-0.5 text-muted">
      <li>
        {t.rich("record.proposed", {
          own: String(concept.isOwn),
          name: concept.proposedBy,
          when: () => <RelativeTime at={concept.createdAt} now={now} />,
        })}
        {proposedFrom && (
          <>
            {t("record.separator")}
            <Link
              href={`/projects/${projectId}/articles/${proposedFrom.articleId}#segment-${proposedFrom.number}`}
              className="inline-block min-h-6 underline decoration-faint underline-offset-3 hover:text-ink"
            >
              {t("place", { title: proposedFrom.articleTitle, number: String(proposedFrom.number) })}
            </Link>
          </>
        )}
      </li>
      {decision && (
        <li>
          {t.rich("record.decided", {
            state: concept.state,
            own: String(decision.isOwn),
            name: decision.by,
            when: () => <RelativeTime at={decision.at} now={now} />,
          })}
          {decision.reason && (
            <q className="mt-1 block break-words border-line border-l-2 pl-3">{decision.reason}</q>
          )}
        </li>
      )}
    </ul>
  );
}
