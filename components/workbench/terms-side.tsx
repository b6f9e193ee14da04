"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { lazyWhenUsed } from "#components/ui/lazy-when-used.ts";
import { QuietLink } from "#components/ui/quiet-link.tsx";
import { useMisused } from "#components/workbench/misuses.ts";
import { insertConcept } from "#components/workbench/use-commands.ts";
import { useActive, useWorkbench } from "#components/workbench/workbench-context.tsx";
import { can } from "#core/people/permissions.ts";

const TermsSheet = lazyWhenUsed(
  async () => (await import("#components/workbench/terms-sheet.tsx")).TermsSheet,
);
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
  const panel = useRef<HTMLElement>(null);
  // Looked at with every render: whoever turns a tablet goes on to do something.
  const isNarrow = !window.matchMedia("(min-width: 1024px)").matches;
  return (
    <aside
      ref={panel}
      aria-label={t("terms")}
      className="z-10 flex max-h-[45dvh] shrink-0 flex-col border-line border-t bg-paper shadow-float lg:max-h-none lg:w-[352px] lg:border-t-0 lg:border-l lg:shadow-none"
    >
      {isNarrow && <TermsSheet panel={panel} onClose={onClose} />}
      <div className="flex h-11 shrink-0 items-center justify-between border-line border-b pr-2 pl-5">
        <h2 className="grow font-semibold">{t("terms")}</h2>
        <QuietLink
          href={`/projects/${tools.article.projectId}/glossary`}
          className="mr-2 text-muted underline decoration-faint underline-offset-3 hover:text-ink"
        >
          {t("toGlossary")}
        </QuietLink>
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
