"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { lazyWhenUsed } from "#components/ui/lazy-when-used.ts";
import { useMisused } from "#components/workbench/misuses.ts";
import { insertConcept } from "#components/workbench/use-commands.ts";
import { useActive, useWorkbench } from "#components/workbench/workbench-context.tsx";
import { can } from "#core/people/permissions.ts";

const TermPanel = lazyWhenUsed(async () => (await import("#components/glossary/term-panel.tsx")).TermPanel);

/** The terms of the active segment: at the right, on a narrow screen a sheet from below. */
export function TermsSide({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations("workbench");
  const tools = useWorkbench();
  const active = useActive();
  const segment = active ? tools.segments.get(active.segmentId) : undefined;
  const misused = useMisused(segment);
  const canTranslate = can(tools.data.me, "translate", tools.data.article);
  const concepts = segment ? tools.terms.listConcepts(segment.sourceText) : [];
  // On a narrow screen they take room from the text: the row that they belong to stays in view.
  const { model, scrollTo } = tools;
  useEffect(() => {
    const place = model.getActive();
    if (place) scrollTo(place.segmentId);
  }, [model, scrollTo]);
  return (
    <aside
      aria-label={t("terms")}
      className="z-10 flex max-h-[45dvh] shrink-0 flex-col border-line border-t bg-paper shadow-float lg:max-h-none lg:w-[352px] lg:border-t-0 lg:border-l lg:shadow-none"
    >
      <div className="flex h-11 shrink-0 items-center justify-between border-line border-b pr-2 pl-5">
        <h2 className="font-semibold">{t("terms")}</h2>
        <IconButton icon={X} label={t("closeTerms")} onClick={onClose} />
      </div>
      <div className="overflow-y-auto">
        {segment ? (
          <TermPanel
            projectId={tools.data.article.projectId}
            concepts={concepts}
            misused={misused}
            onInsert={canTranslate ? (concept) => insertConcept(tools, segment.id, concept) : null}
          />
        ) : (
          <p className="px-5 py-4 text-muted">{t("termsHint")}</p>
        )}
      </div>
    </aside>
  );
}
