"use client";
import { useTranslations } from "next-intl";
import { type ComponentProps, type RefObject, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { lazyWhenUsed, useIsUsed } from "#components/ui/lazy-when-used.ts";
import { Announcer } from "#components/workbench/announcer.tsx";
import { ArticleMenu } from "#components/workbench/article-menu.tsx";
import { FindBar } from "#components/workbench/find-bar.tsx";
import { SegmentList, type SegmentListHandle } from "#components/workbench/segment-list.tsx";
import { StatusLine } from "#components/workbench/status-line.tsx";
import { TermPopup, type TermPopupHandle } from "#components/workbench/term-popup.tsx";
import { TermsSide } from "#components/workbench/terms-side.tsx";
import { type Panel, useCommands } from "#components/workbench/use-commands.ts";
import { useLinksOffline } from "#components/workbench/use-links-offline.ts";
import { useWorkbenchKeys } from "#components/workbench/use-workbench-keys.ts";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import { WorkbenchHeader } from "#components/workbench/workbench-header.tsx";
import { can } from "#core/people/permissions.ts";

const ExportDialog = lazyWhenUsed(
  async () => (await import("#components/exporting/export-dialog.tsx")).ExportDialog,
);
const SelectionOffer = lazyWhenUsed(
  async () => (await import("#components/workbench/propose-from-selection.tsx")).ProposeFromSelection,
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
  const termsButton = useRef<HTMLButtonElement>(null);
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
  useLinksOffline();
  const close = () => setPanel(null);
  const closeTerms = () => {
    setHasTerms(false);
    termsButton.current?.focus();
  };
  return (
    <div className="flex h-dvh flex-col">
      <WorkbenchHeader
        hasTerms={hasTerms}
        termsRef={termsButton}
        onCommands={() => setPanel("commands")}
        onTerms={() => setHasTerms(!hasTerms)}
      >
        <Button look="primary" onClick={() => setPanel("export")}>
          {t("export")}
        </Button>
        <ArticleMenu onOpen={open} />
      </WorkbenchHeader>
      {/* The terms stand beside the text; on a narrow screen below it, and the text keeps what is above them. */}
      <div className="flex min-h-0 grow max-lg:flex-col">
        <main aria-label={t("article")} className="flex min-h-0 min-w-0 grow flex-col">
          {panel === "find" && <FindBar inputRef={findInput} onClose={close} />}
          <SegmentList handleRef={listRef} />
        </main>
        {hasTerms && <TermsSide onClose={closeTerms} />}
      </div>
      <StatusLine onHelp={() => setPanel("help")} />
      <Announcer />
      <TermPopup handleRef={termPopup} />
      {can(data.me, "propose-term", data.article) && (
        <ProposeFromSelection
          isOpen={panel === "proposeTerm"}
          onOpenChange={(isOpen) => setPanel(isOpen ? "proposeTerm" : null)}
        />
      )}
      {panel === "export" && <ExportDialog onClose={close} articleId={data.article.id} />}
      {panel === "help" && <KeyHelp onClose={close} />}
      {panel === "goTo" && <GoToDialog onClose={close} />}
      {panel === "commands" && <CommandMenu onClose={close} onRun={(id) => run({ id, digit: null })} />}
    </div>
  );
}

/** Of no use before the page is used: nobody selects a term before they have moved, pressed or typed. */
function ProposeFromSelection(props: ComponentProps<typeof SelectionOffer>) {
  return useIsUsed() && <SelectionOffer {...props} />;
}
