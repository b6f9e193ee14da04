"use client";
import { X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { OpenDialog } from "#components/glossary/concept-dialogs.tsx";
import { ConceptEvidenceList } from "#components/glossary/concept-evidence-list.tsx";
import { pickTerms } from "#components/glossary/pick-terms.ts";
import { StateChip } from "#components/glossary/state-chip.tsx";
import { Button } from "#components/ui/button.tsx";
import { ErrorText, type ShownError } from "#components/ui/error-text.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import type { ConceptDetail } from "#core/glossary/concept.ts";

export type ConceptPanelProps = {
  readonly projectId: string;
  readonly concept: ConceptDetail | null;
  readonly error: ShownError | null;
  readonly canDecide: boolean;
  readonly onApprove: (concept: ConceptDetail) => void;
  readonly onReopen: (concept: ConceptDetail) => void;
  readonly onOpen: (dialog: OpenDialog) => void;
  readonly onClose: () => void;
};

/** The chosen concept: at the right, on a narrow screen a sheet from below. */
export function ConceptPanel(props: ConceptPanelProps) {
  const t = useTranslations("glossary");
  const { concept, error } = props;
  const isEmpty = !concept && !error;
  return (
    <aside
      aria-label={t("chosen")}
      className={`fixed inset-x-0 bottom-0 z-10 max-h-[70dvh] overflow-y-auto border-line border-t bg-paper p-6 shadow-float lg:static lg:max-h-none lg:w-[452px] lg:shrink-0 lg:border-t-0 lg:border-l lg:p-7 lg:shadow-none ${isEmpty ? "max-lg:hidden" : ""}`}
    >
      {isEmpty && <p className="text-muted">{t("chooseConcept")}</p>}
      {error && <ErrorText error={error} />}
      {concept && <Concept {...props} concept={concept} />}
    </aside>
  );
}

function Concept({ concept, onClose, ...rest }: ConceptPanelProps & { readonly concept: ConceptDetail }) {
  const t = useTranslations("glossary");
  return (
    <>
      <div className="flex items-start justify-between gap-3">
        <h2 className="flex flex-wrap items-baseline gap-x-3">
          {pickTerms(concept).chinese.map((term) => (
            <span key={term.id} className="flex flex-wrap items-baseline gap-x-3">
              <span lang="zh-CN" className="font-zh text-[30px]/[1.4]">
                {term.text}
              </span>
              <span lang="zh-Latn-pinyin" className="text-muted">
                {term.pinyin}
              </span>
            </span>
          ))}
        </h2>
        <IconButton icon={X} label={t("close")} onClick={onClose} />
      </div>
      <p className="mt-1 flex flex-wrap items-center gap-2">
        <StateChip concept={concept} hasName />
        {concept.domain && <span className="text-muted">{concept.domain}</span>}
      </p>
      {concept.definition && <p className="mt-2 text-muted">{concept.definition}</p>}
      {concept.note && <p className="mt-2 text-muted">{concept.note}</p>}
      <Decision concept={concept} />
      <Renderings concept={concept} />
      <DecisionButtons {...rest} concept={concept} />
      <ConceptEvidenceList concept={concept} projectId={rest.projectId} />
    </>
  );
}

function Decision({ concept }: { readonly concept: ConceptDetail }) {
  const t = useTranslations("glossary");
  const format = useFormatter();
  if (!concept.decision) return null;
  const { by, at, reason } = concept.decision;
  const date = format.dateTime(at, { dateStyle: "medium" });
  return (
    <p className="mt-2 text-muted">
      {t("decidedBy", { state: concept.state, name: by, date })}
      {reason && <q className="ml-1">{reason}</q>}
    </p>
  );
}

function Renderings({ concept }: { readonly concept: ConceptDetail }) {
  const t = useTranslations("glossary");
  const { allowed, forbidden } = pickTerms(concept);
  return (
    <>
      <h3 className="mt-6 mb-1 font-semibold text-[12px] text-muted">{t("renderings")}</h3>
      <ul className="border-line border-t">
        {[...allowed, ...forbidden].map((term) => (
          <li key={term.id} className="flex items-baseline justify-between gap-4 border-line border-b py-2">
            <span
              lang="en"
              className={`font-en text-[17px] ${term.status === "deprecated" ? "text-muted line-through" : ""}`}
            >
              {term.text}
            </span>
            <span className="shrink-0 text-muted">{t(`status.${term.status}`)}</span>
          </li>
        ))}
      </ul>
      {allowed.length === 0 && <p className="mt-2 text-muted">{t("noRendering")}</p>}
    </>
  );
}

type ButtonsProps = Omit<ConceptPanelProps, "onClose" | "concept"> & { readonly concept: ConceptDetail };

function DecisionButtons({ concept, canDecide, onApprove, onReopen, onOpen }: ButtonsProps) {
  const t = useTranslations("glossary");
  if (!canDecide) return null;
  const isProposed = concept.state === "proposed";
  return (
    <p className="mt-5 flex flex-wrap gap-2">
      {isProposed && (
        <>
          <Button look="primary" onClick={() => onApprove(concept)}>
            {t("approve")} <Kbd>A</Kbd>
          </Button>
          <Button onClick={() => onOpen("reject")}>
            {t("reject")} <Kbd>R</Kbd>
          </Button>
        </>
      )}
      <Button onClick={() => onOpen("edit")}>
        {t("edit")} <Kbd>E</Kbd>
      </Button>
      {!isProposed && <Button onClick={() => onReopen(concept)}>{t("reopen")}</Button>}
    </p>
  );
}
