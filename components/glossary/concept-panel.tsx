"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { ConceptEvidenceList } from "#components/glossary/concept-evidence-list.tsx";
import { ConceptHead } from "#components/glossary/concept-head.tsx";
import { ConceptRecord } from "#components/glossary/concept-record.tsx";
import { DecisionBar, type DecisionBarProps } from "#components/glossary/decision-bar.tsx";
import { NamesakeNotice } from "#components/glossary/namesake-notice.tsx";
import { RenderingList } from "#components/glossary/rendering-list.tsx";
import { ErrorText } from "#components/ui/error-text.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { SheetWayBack } from "#components/ui/sheet-way-back.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { ShownFailure } from "#core/errors.ts";
import type { ConceptDetail, ConceptSummary } from "#core/glossary/concept.ts";

export type ConceptPanelProps = Omit<DecisionBarProps, "concept"> & {
  readonly projectId: string;
  /** What is known at once; null while nothing is. */
  readonly summary: ConceptSummary | null;
  /** All of it; null while it is being fetched. */
  readonly detail: ConceptDetail | null;
  readonly failure: ShownFailure | null;
  readonly isChosen: boolean;
  readonly onOpenConcept: (conceptId: string) => void;
  readonly onClose: () => void;
};

/** The chosen concept: at the right, on a narrow screen a sheet from below. */
export function ConceptPanel(props: ConceptPanelProps) {
  const t = useTranslations("glossary");
  const { summary, failure, isChosen } = props;
  return (
    <aside
      aria-label={t("chosen")}
      className={`z-10 flex flex-col border-line bg-paper max-lg:max-h-[66dvh] max-lg:shrink-0 max-lg:rounded-t-md max-lg:border-t max-lg:shadow-float lg:w-[380px] lg:shrink-0 lg:border-l xl:w-[452px] ${isChosen ? "" : "max-lg:hidden"}`}
    >
      {isChosen && <SheetWayBack onClose={props.onClose} />}
      {!isChosen && <p className="p-7 text-muted">{t("chooseConcept")}</p>}
      {isChosen && summary && <Concept {...props} summary={summary} />}
      {isChosen && !summary && (
        <div className="flex items-start justify-between gap-3 p-7 max-lg:p-5">
          {failure ? <span /> : <Spinner label={t("loadingConcept")} />}
          <IconButton icon={X} label={t("close")} onClick={props.onClose} />
        </div>
      )}
      {isChosen && failure && (
        <div className="border-line border-t px-7 py-3 max-lg:px-5">
          <ErrorText error={failure} hasTyped={false} />
        </div>
      )}
      {summary && <DecisionBar {...props} concept={summary} />}
    </aside>
  );
}

function Concept(props: ConceptPanelProps & { readonly summary: ConceptSummary }) {
  const { summary, detail, projectId } = props;
  return (
    <div key={summary.id} className="min-h-0 grow overflow-y-auto px-7 pt-6 pb-7 max-lg:px-5">
      <ConceptHead concept={summary} onClose={props.onClose} />
      {detail && detail.namesakes.length > 0 && (
        <div className="mt-4">
          <NamesakeNotice sentence="otherEntry" namesakes={detail.namesakes} onOpen={props.onOpenConcept} />
        </div>
      )}
      {detail && <ConceptRecord projectId={projectId} concept={detail} />}
      <RenderingList concept={summary} counts={detail?.renderingCounts ?? null} />
      <ConceptEvidenceList key={summary.id} projectId={projectId} concept={summary} detail={detail} />
    </div>
  );
}
