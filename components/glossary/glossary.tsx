"use client";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useConcept } from "#client/glossary/use-concept.ts";
import { useConceptPages } from "#client/glossary/use-concept-pages.ts";
import { useGlossaryRoom } from "#client/glossary/use-glossary-room.ts";
import { ConceptDialogs, type OpenDialog } from "#components/glossary/concept-dialogs.tsx";
import { ConceptPanel } from "#components/glossary/concept-panel.tsx";
import { ConceptTable } from "#components/glossary/concept-table.tsx";
import { FilterBar } from "#components/glossary/filter-bar.tsx";
import { useDecide } from "#components/glossary/use-decide.ts";
import { useGlossaryKeys } from "#components/glossary/use-glossary-keys.ts";
import { Button } from "#components/ui/button.tsx";
import { ErrorText } from "#components/ui/error-text.tsx";
import type { ConceptPage } from "#core/glossary/concept.ts";
import { can, type Member } from "#core/people/permissions.ts";

export type GlossaryProps = {
  readonly projectId: string;
  readonly me: Member;
  readonly firstPage: ConceptPage;
};

/** The glossary: a list to search and filter, and beside it the chosen concept. */
export function Glossary({ projectId, me, firstPage }: GlossaryProps) {
  const t = useTranslations("glossary");
  const search = useRef<HTMLDivElement>(null);
  const list = useConceptPages(projectId, firstPage);
  const [chosen, setChosen] = useState<{ readonly id: string; readonly index: number } | null>(null);
  const { concept, error, reload } = useConcept(chosen?.id ?? null);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const refresh = () => {
    void list.refresh(chosen?.index ?? 0);
    reload();
  };
  const decide = useDecide(refresh);
  const canDecide = can(me, "decide-term", { projectId });
  const canPropose = can(me, "propose-term", { projectId });
  useGlossaryRoom({ projectId, memberId: me.id, onChange: refresh });
  useGlossaryKeys({
    isOff: dialog !== null,
    search: () => search.current?.querySelector("input")?.focus(),
    add: () => canPropose && setDialog("add"),
    approve: () => concept?.state === "proposed" && canDecide && decide.approve(concept),
    reject: () => concept?.state === "proposed" && canDecide && setDialog("reject"),
    edit: () => concept && canDecide && setDialog("edit"),
  });

  return (
    <main className="flex h-[calc(100dvh-52px)] min-h-80">
      <h1 className="sr-only">{t("title")}</h1>
      <section aria-label={t("list")} className="flex min-w-0 grow flex-col">
        <div ref={search} className="flex flex-wrap items-center gap-2 px-7 pt-5 pb-3 max-sm:px-4">
          <FilterBar asked={list.asked} counts={list.loaded.counts} onAsk={list.setAsked} />
          {canPropose && (
            <Button look="primary" onClick={() => setDialog("add")}>
              <Plus aria-hidden size={14} />
              {t("add")}
            </Button>
          )}
        </div>
        {list.error && (
          <div className="px-7">
            <ErrorText error={list.error} />
          </div>
        )}
        <ConceptTable
          loaded={list.loaded}
          asked={list.asked}
          chosenId={chosen?.id ?? null}
          onNeed={list.need}
          onChoose={(id, index) => setChosen({ id, index })}
        />
        <p className="border-line border-t px-7 py-2 text-muted max-sm:hidden">{t("keys")}</p>
      </section>
      <ConceptPanel
        projectId={projectId}
        concept={concept}
        error={error ?? decide.error}
        canDecide={canDecide}
        onApprove={decide.approve}
        onReopen={decide.reopen}
        onOpen={setDialog}
        onClose={() => setChosen(null)}
      />
      <ConceptDialogs
        open={dialog}
        projectId={projectId}
        concept={concept}
        onClose={() => setDialog(null)}
        onReject={decide.reject}
        onChanged={refresh}
      />
    </main>
  );
}
