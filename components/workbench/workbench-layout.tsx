"use client";
import { useTranslations } from "next-intl";
import { type RefObject, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { lazyWhenUsed } from "#components/ui/lazy-when-used.ts";
import { Announcer } from "#components/workbench/announcer.tsx";
import { ArticleMenu } from "#components/workbench/article-menu.tsx";
import { FindBar } from "#components/workbench/find-bar.tsx";
import { ProposeFromSelection } from "#components/workbench/propose-from-selection.tsx";
import { SegmentList, type SegmentListHandle } from "#components/workbench/segment-list.tsx";
import { StatusLine } from "#components/workbench/status-line.tsx";
import { TermPopup, type TermPopupHandle } from "#components/workbench/term-popup.tsx";
import { TermsSide } from "#components/workbench/terms-side.tsx";
import { type Panel, useCommands } from "#components/workbench/use-commands.ts";
import { useWorkbenchKeys } from "#components/workbench/use-workbench-keys.ts";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import { WorkbenchHeader } from "#components/workbench/workbench-header.tsx";

const ExportDialog = lazyWhenUsed(
  async () => (await import("#components/exporting/export-dialog.tsx")).ExportDialog,
);
const loadDialogs = () => import("#components/workbench/workbench-dialogs.tsx");
const CommandMenu = lazyWhenUsed(async () => (await loadDialogs()).CommandMenu);
const GoToDialog = lazyWhenUsed(async () => (await loadDialogs()).GoToDialog);
const KeyHelp = lazyWhenUsed(async () => (await loadDialogs()).KeyHelp);

/** Header, rows, panel and status line, and whatever floats over them. */
export function WorkbenchLayout({ listRef }: { readonly listRef: RefObject<SegmentListHandle | null> }) {
  const t = useTranslations("workbench");
  const { data } = useWorkbench();
  const [panel, setPanel] = useState<Panel | null>(null);
  const [hasTerms, setHasTerms] = useState(() => window.matchMedia("(min-width: 1024px)").matches);
  const termPopup = useRef<TermPopupHandle>(null);
  const findInput = useRef<HTMLInputElement>(null);
  const open = (next: Panel) => {
    if (next === "find") {
      findInput.current?.focus();
      findInput.current?.select();
    }
    if (next !== "termCard") setPanel(next);
    // The panel says that there is none, and how to add one.
    else if (!termPopup.current?.showNext()) setHasTerms(true);
  };
  const run = useCommands(open);
  useWorkbenchKeys((hit) => (hit.id === "leave" && termPopup.current?.close()) || run(hit));
  const close = () => setPanel(null);
  return (
    <div className="flex h-dvh flex-col">
      <WorkbenchHeader onCommands={() => setPanel("commands")} onTerms={() => setHasTerms(!hasTerms)}>
        <Button look="primary" onClick={() => setPanel("export")}>
          {t("export")}
        </Button>
        <ArticleMenu onOpen={open} />
      </WorkbenchHeader>
      <div className="flex min-h-0 grow">
        <main aria-label={t("article")} className="relative min-w-0 grow">
          {panel === "find" && <FindBar inputRef={findInput} onClose={close} />}
          <SegmentList handleRef={listRef} />
        </main>
        {hasTerms && <TermsSide onClose={() => setHasTerms(false)} />}
      </div>
      <StatusLine onHelp={() => setPanel("help")} />
      <Announcer />
      <TermPopup handleRef={termPopup} />
      <ProposeFromSelection
        isOpen={panel === "proposeTerm"}
        onOpenChange={(isOpen) => setPanel(isOpen ? "proposeTerm" : null)}
      />
      {panel === "export" && <ExportDialog isOpen onOpenChange={close} articleId={data.article.id} />}
      {panel === "help" && <KeyHelp onClose={close} />}
      {panel === "goTo" && <GoToDialog onClose={close} />}
      {panel === "commands" && <CommandMenu onClose={close} onRun={(id) => run({ id, digit: null })} />}
    </div>
  );
}
