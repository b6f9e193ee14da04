"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { fetchEvidence } from "#client/glossary/concept-requests.ts";
import { EvidenceItem } from "#components/glossary/evidence-item.tsx";
import { Button } from "#components/ui/button.tsx";
import { ErrorText } from "#components/ui/error-text.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { ShownFailure } from "#core/errors.ts";
import type { ConceptDetail, ConceptEvidence, ConceptSummary } from "#core/glossary/concept.ts";

export type ConceptEvidenceListProps = {
  readonly projectId: string;
  readonly concept: ConceptSummary;
  /** Null while it is being fetched. */
  readonly detail: ConceptDetail | null;
};

/** The segments that use a concept, page by page, with how their translations differ from it. */
export function ConceptEvidenceList({ projectId, concept, detail }: ConceptEvidenceListProps) {
  const t = useTranslations("glossary");
  const { evidence, isMore, isLoading, failure, showMore } = useEvidence(detail);
  return (
    <section aria-label={t("evidenceLabel")} className="mt-6">
      <h3 className="mb-1 font-semibold text-[12px] text-muted">{t("evidence", concept.uses)}</h3>
      {!detail && concept.uses.segments > 0 && <Spinner label={t("loading")} />}
      {detail && detail.otherWordingCount > 0 && (
        <p className="mb-2 text-muted">{t("otherWording", { count: detail.otherWordingCount })}</p>
      )}
      <ul className={evidence.length > 0 ? "border-line border-t" : ""}>
        {evidence.map((each) => (
          <EvidenceItem key={each.segmentId} projectId={projectId} concept={concept} evidence={each} />
        ))}
      </ul>
      {failure && <ErrorText error={failure} hasTyped={false} />}
      {isMore && (
        <p className="mt-3">
          <Button disabled={isLoading} onClick={() => void showMore()}>
            {t("showMore", { count: concept.uses.segments - evidence.length })}
          </Button>
        </p>
      )}
    </section>
  );
}

/** The first page comes with the concept and is always its newest; more comes when somebody asks. */
function useEvidence(detail: ConceptDetail | null) {
  const [more, setMore] = useState<readonly ConceptEvidence[]>([]);
  const [isLoading, setLoading] = useState(false);
  const [failure, setFailure] = useState<ShownFailure | null>(null);
  const first = detail?.evidence ?? [];
  const known = new Set(first.map(({ segmentId }) => segmentId));
  const evidence = [...first, ...more.filter(({ segmentId }) => !known.has(segmentId))];
  const showMore = async () => {
    if (!detail) return;
    setLoading(true);
    const answer = await fetchEvidence(detail.id, evidence.length);
    setLoading(false);
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setMore([...more, ...answer.value]);
  };
  return { evidence, isMore: evidence.length < (detail?.uses.segments ?? 0), isLoading, failure, showMore };
}
