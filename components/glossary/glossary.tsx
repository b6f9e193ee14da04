"use client";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { ConceptQuery } from "#client/glossary/concept-requests.ts";
import { useProjectNews } from "#client/library/use-project-news.ts";
import type { OpenDialog } from "#components/glossary/concept-dialogs.tsx";
import { ConceptPanel } from "#components/glossary/concept-panel.tsx";
import { ConceptTable } from "#components/glossary/concept-table.tsx";
import { GlossaryTools } from "#components/glossary/glossary-tools.tsx";
import { KeysHint } from "#components/glossary/keys-hint.tsx";
import { useDecide } from "#components/glossary/use-decide.ts";
import { useGlossaryKeys } from "#components/glossary/use-glossary-keys.ts";
import { useGlossaryScreen } from "#components/glossary/use-glossary-screen.ts";
import { Button } from "#components/ui/button.tsx";
import { ErrorText } from "#components/ui/error-text.tsx";
import { lazyWhenUsed } from "#components/ui/lazy-when-used.ts";
import { Notice } from "#components/ui/notice.tsx";
import { useFocusHome } from "#components/ui/use-focus-home.ts";
import type { ConceptPage } from "#core/glossary/concept.ts";
import { can, type Member } from "#core/people/permissions.ts";

const ConceptDialogs = lazyWhenUsed(
  async () => (await import("#components/glossary/concept-dialogs.tsx")).ConceptDialogs,
);

export type GlossaryProps = {
  readonly projectId: string;
  readonly me: Member;
  readonly first: ConceptQuery;
  readonly firstPage: ConceptPage;
  readonly conceptId: string | null;
};

/** The glossary: a list to search and filter, and beside it the chosen concept. */
export function Glossary({ me, ...options }: GlossaryProps) {
  const t = useTranslations("glossary");
  const { projectId } = options;
  const search = useRef<HTMLInputElement>(null);
  const screen = useGlossaryScreen(options);
  const { list, summary } = screen;
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  // A dialog stays with the concept for which it was opened, whatever is chosen meanwhile.
  const openDialog = (kind: OpenDialog["kind"]) => setDialog({ kind, concept: summary });
  const decide = useDecide(screen.onDecided, list.loaded);
  const canDecide = can(me, "decide-term", { projectId });
  const canPropose = can(me, "propose-term", { projectId });
  const { isOffline } = useProjectNews({
    projectId,
    memberId: me.id,
    facts: ["glossary", "library"],
    onChange: screen.refresh,
  });
  useFocusHome();
  const canReview = summary?.state === "proposed" && canDecide;
  useGlossaryKeys(dialog !== null, {
    next: () => screen.move(1),
    previous: () => screen.move(-1),
    approve: () => canReview && decide.approve(summary),
    reject: () => canReview && openDialog("reject"),
    edit: () => summary && canDecide && openDialog("edit"),
    add: () => canPropose && openDialog("add"),
    search: () => search.current?.focus(),
    close: screen.close,
    help: () => openDialog("keys"),
  });

  return (
    <main className="flex h-[calc(100dvh-52px)] min-h-80 max-lg:flex-col">
      <h1 className="sr-only">{t("title")}</h1>
      <section aria-label={t("list")} className="flex min-h-0 min-w-0 grow flex-col">
        <GlossaryTools
          search={search}
          asked={list.asked}
          counts={list.loaded.counts}
          onAsk={list.ask}
          onLeave={() => screen.move(screen.index < 0 ? 1 : 0)}
          onAdd={canPropose ? () => openDialog("add") : null}
        />
        <output className="sr-only">
          {list.answered.query !== "" && t("found", { count: list.loaded.total })}
        </output>
        {isOffline && <Notice>{t("offline")}</Notice>}
        {list.failure && !isOffline && (
          <div className="flex flex-wrap items-center gap-3 px-7 pb-3 max-sm:px-4">
            <ErrorText error={list.failure} hasTyped={false} />
            <Button onClick={screen.refresh}>{t("tryAgain")}</Button>
          </div>
        )}
        <ConceptTable
          loaded={list.loaded}
          answered={list.answered}
          chosenId={screen.chosenId}
          chosenIndex={screen.index}
          onNeed={list.need}
          onAsk={list.ask}
          onChoose={screen.choose}
          onAdd={canPropose ? () => openDialog("add") : null}
        />
        <KeysHint canDecide={canDecide} onOpen={() => openDialog("keys")} />
      </section>
      <ConceptPanel
        projectId={projectId}
        summary={summary}
        detail={screen.detail.concept}
        failure={decide.findFailure(screen.chosenId) ?? screen.detail.failure}
        isChosen={screen.chosenId !== null}
        canDecide={canDecide}
        onApprove={decide.approve}
        onReopen={decide.reopen}
        onOpen={openDialog}
        onOpenConcept={screen.open}
        onClose={screen.close}
      />
      <ConceptDialogs
        open={dialog}
        projectId={projectId}
        query={list.asked.query}
        onClose={() => setDialog(null)}
        onReject={decide.reject}
        failure={decide.findFailure(dialog?.concept?.id ?? null)}
        onOpenConcept={(id) => {
          setDialog(null);
          screen.open(id);
        }}
        onChanged={screen.open}
      />
    </main>
  );
}
