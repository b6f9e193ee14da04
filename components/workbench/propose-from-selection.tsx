"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { lazyWhenUsed } from "#components/ui/lazy-when-used.ts";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import { conceptLimits } from "#core/glossary/concept.ts";

const ProposeTermDialog = lazyWhenUsed(
  async () => (await import("#components/glossary/propose-term-dialog.tsx")).ProposeTermDialog,
);

type SourceSelection = {
  readonly text: string;
  readonly segmentId: string;
  /** Where it is in the window. */
  readonly box: DOMRect;
};

type ProposeProps = { readonly isOpen: boolean; readonly onOpenChange: (isOpen: boolean) => void };

/** A button beside a selection in the source, and the dialog that makes a term of it. */
export function ProposeFromSelection({ isOpen, onOpenChange }: ProposeProps) {
  const t = useTranslations("workbench");
  const { data, say } = useWorkbench();
  // What was selected before this code came counts, too.
  const [selection, setSelection] = useState(readSourceSelection);

  const isAsking = isOpen && selection !== null;
  useEffect(() => {
    // The dialog takes the focus; what was selected for it stays.
    if (isAsking) return;
    const onChange = () => {
      // The command menu takes the focus too, and may go on to the dialog.
      if (!document.activeElement?.closest("[role=dialog]")) setSelection(readSourceSelection());
    };
    document.addEventListener("selectionchange", onChange);
    // The button goes with the text.
    document.addEventListener("scroll", onChange, { capture: true, passive: true });
    return () => {
      document.removeEventListener("selectionchange", onChange);
      document.removeEventListener("scroll", onChange, { capture: true });
    };
  }, [isAsking]);

  useEffect(() => {
    if (!isOpen || isAsking) return;
    say(t("selectFirst"));
    onOpenChange(false);
  }, [isOpen, isAsking, say, t, onOpenChange]);

  if (!selection) return null;
  return (
    <>
      {!isOpen && (
        <div className="fixed z-10 flex shadow-float" style={findPlace(selection.box)}>
          <Button onMouseDown={(event) => event.preventDefault()} onClick={() => onOpenChange(true)}>
            <span className="max-w-[min(30rem,calc(100vw-48px))] truncate">
              {t("proposeTerm", { text: selection.text })}
            </span>
          </Button>
        </div>
      )}
      {isOpen && (
        <ProposeTermDialog
          onClose={() => onOpenChange(false)}
          projectId={data.article.projectId}
          segmentId={selection.segmentId}
          text={selection.text}
        />
      )}
    </>
  );
}

function readSourceSelection(): SourceSelection | null {
  const selection = window.getSelection();
  const text = selection?.toString().trim() ?? "";
  // A longer selection is a passage, not a term.
  if (!selection || selection.isCollapsed || text === "" || text.length > conceptLimits.source) return null;
  const source = selection.anchorNode?.parentElement?.closest<HTMLElement>("[data-source]");
  if (!source?.dataset.source || !source.contains(selection.focusNode)) return null;
  const box = selection.getRangeAt(0).getBoundingClientRect();
  return { text, segmentId: source.dataset.source, box };
}

/** Pixels that the button is high, with the room around it. */
const buttonRoom = 44;

/** Below the selection, above it at the foot of the window; on that side of the window where it has room. */
function findPlace({ left, right, top, bottom }: DOMRect) {
  const isLeft = left < window.innerWidth / 2;
  return {
    top: bottom + buttonRoom > window.innerHeight ? top - buttonRoom + 6 : bottom + 6,
    ...(window.innerWidth < 640 ? { left: 8 } : isLeft ? { left } : { right: window.innerWidth - right }),
  };
}
