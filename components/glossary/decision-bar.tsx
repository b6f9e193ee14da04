"use client";
import { useTranslations } from "next-intl";
import type { OpenDialog } from "#components/glossary/concept-dialogs.tsx";
import { Button } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import type { ConceptSummary } from "#core/glossary/concept.ts";

export type DecisionBarProps = {
  readonly concept: ConceptSummary;
  readonly canDecide: boolean;
  readonly onApprove: (concept: ConceptSummary) => void;
  readonly onReopen: (concept: ConceptSummary) => void;
  readonly onOpen: (kind: OpenDialog["kind"]) => void;
};

/** What may be decided about the chosen concept; always in view, however long its evidence. */
export function DecisionBar({ concept, canDecide, onApprove, onReopen, onOpen }: DecisionBarProps) {
  const t = useTranslations("glossary");
  if (!canDecide) return null;
  const isProposed = concept.state === "proposed";
  return (
    <div className="flex flex-wrap gap-2 border-line border-t px-7 py-3 max-lg:px-5">
      {isProposed && (
        <>
          <Button look="primary" onClick={() => onApprove(concept)}>
            {t("approve")} <Key>A</Key>
          </Button>
          <Button onClick={() => onOpen("reject")}>
            {t("reject")} <Key>R</Key>
          </Button>
        </>
      )}
      <Button onClick={() => onOpen("edit")}>
        {t("edit")} <Key>E</Key>
      </Button>
      {!isProposed && <Button onClick={() => onReopen(concept)}>{t("reopen")}</Button>}
    </div>
  );
}

function Key({ children }: { readonly children: string }) {
  return (
    <span aria-hidden className="max-lg:hidden">
      <Kbd isHint>{children}</Kbd>
    </span>
  );
}
