"use client";
import { Popover } from "@base-ui/react/popover";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useImperativeHandle, useRef, useState } from "react";
import { useUseCounts } from "#client/glossary/use-use-counts.ts";
import { TermCard } from "#components/glossary/term-card.tsx";
import { useMisused } from "#components/workbench/misuses.ts";
import { insertConcept } from "#components/workbench/use-commands.ts";
import { useTermPointer } from "#components/workbench/use-term-pointer.ts";
import { useWorkbench, type WorkbenchTools } from "#components/workbench/workbench-context.tsx";
import type { WorkbenchSegment } from "#core/articles/workbench.ts";
import type { TermOccurrence } from "#core/glossary/recognise.ts";
import { can } from "#core/people/permissions.ts";

export type TermPopupHandle = {
  /** Opens the card of the active segment's next term; false when it has none. */
  readonly showNext: () => boolean;
  /** True when there was a card to close. */
  readonly close: () => boolean;
};

type Shown = {
  readonly segment: WorkbenchSegment;
  readonly occurrence: TermOccurrence;
  readonly mark: HTMLElement;
  readonly isByKey: boolean;
};

/** The card of one term over the text: by pointer, by tap, or by key from term to term. */
export function TermPopup({ handleRef }: { readonly handleRef: RefObject<TermPopupHandle | null> }) {
  const t = useTranslations("workbench");
  const tools = useWorkbench();
  /** Stays when the card closes, until the next one opens. */
  const [shown, setShown] = useState<Shown | null>(null);
  const [isOpen, setOpen] = useState(false);
  const popup = useRef<HTMLDivElement>(null);
  /** What had the focus before a card opened by key took it. */
  const before = useRef<Element | null>(null);
  const current = isOpen ? shown : null;

  const close = () => setOpen(false);
  const open = (next: Shown | null) => {
    if (!next) return;
    setShown(next);
    setOpen(true);
  };
  useTermPointer({
    shown: current?.isByKey ? null : (current?.mark ?? null),
    open: (mark) => open(findShown(tools, mark)),
    close,
  });
  useShownMark(current?.mark ?? null);

  useImperativeHandle(handleRef, () => ({
    showNext: () => {
      const next = findNext(tools, current);
      if (!next) return false;
      if (!popup.current?.contains(document.activeElement)) before.current = document.activeElement;
      tools.scrollTo(next.segment.id);
      // The row may only now come into the page.
      requestAnimationFrame(() => {
        const mark = findMark(next.segment.id, next.occurrence.start);
        open(mark && { ...next, mark, isByKey: true });
      });
      return true;
    },
    close: () => {
      close();
      return isOpen;
    },
  }));

  useEffect(() => {
    // From term to term; the first card has the focus from the popover.
    if (current?.isByKey) focusFirst(popup.current);
  }, [current]);

  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Portal>
        <Popover.Positioner
          anchor={shown && buildAnchor(shown.mark)}
          side="bottom"
          align="start"
          sideOffset={6}
          collisionPadding={8}
          className="z-40"
        >
          <Popover.Popup
            ref={popup}
            data-term-card
            aria-label={shown ? t("termCard", { term: getText(shown) }) : undefined}
            initialFocus={() => shown?.isByKey === true}
            finalFocus={() =>
              shown?.isByKey === true && before.current instanceof HTMLElement && before.current
            }
            className="max-h-(--available-height) w-88 max-w-[calc(100vw-16px)] overflow-y-auto rounded-md border border-line bg-raised shadow-float outline-none [&>article:last-child]:border-b-0"
          >
            {shown && <TermCards shown={shown} onDone={close} />}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

const none: readonly string[] = [];

/** All concepts that go by this name. */
function TermCards({ shown, onDone }: { readonly shown: Shown; readonly onDone: () => void }) {
  const tools = useWorkbench();
  const { article, me } = tools.data;
  const { segment, occurrence } = shown;
  const counts = useUseCounts(
    article.projectId,
    occurrence.entries.map(({ id }) => id),
  );
  const misused = useMisused(segment);
  const all = tools.terms.listConcepts(segment.sourceText);
  return occurrence.entries.map((concept) => {
    const index = all.indexOf(concept);
    return (
      <TermCard
        key={concept.id}
        projectId={article.projectId}
        concept={concept}
        digit={index >= 0 && index < 9 ? index + 1 : null}
        misuses={misused.get(concept.id) ?? none}
        uses={counts[concept.id]?.segments ?? null}
        onInsert={
          can(me, "translate", article)
            ? () => {
                onDone();
                insertConcept(tools, segment.id, concept);
              }
            : null
        }
      />
    );
  });
}

/** The mark says that its card is open. */
function useShownMark(mark: HTMLElement | null): void {
  useEffect(() => {
    mark?.setAttribute("data-shown", "");
    return () => mark?.removeAttribute("data-shown");
  }, [mark]);
}

function focusFirst(popup: HTMLElement | null): void {
  popup?.querySelector<HTMLElement>("button, a")?.focus();
}

function findShown({ segments, terms }: WorkbenchTools, mark: HTMLElement): Shown | null {
  const segment = segments.get(mark.closest<HTMLElement>("[data-source]")?.dataset.source ?? "");
  const occurrence =
    segment && terms.find(segment.sourceText).find(({ start }) => `${start}` === mark.dataset.term);
  return occurrence ? { segment, occurrence, mark, isByKey: false } : null;
}

function findNext({ model, segments, terms }: WorkbenchTools, shown: Shown | null) {
  const segment = segments.get(model.getActive()?.segmentId ?? "");
  const occurrences = segment ? terms.find(segment.sourceText) : [];
  const isHere = shown?.isByKey && shown.segment === segment;
  const occurrence =
    (isHere && occurrences.find(({ start }) => start > shown.occurrence.start)) || occurrences[0];
  return segment && occurrence ? { segment, occurrence } : null;
}

function findMark(segmentId: string, start: number): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-source="${segmentId}"] [data-term="${start}"]`);
}

/** A term that runs over two lines has its card under the second. */
function buildAnchor(mark: HTMLElement) {
  return {
    contextElement: mark,
    getBoundingClientRect: () => [...mark.getClientRects()].at(-1) ?? mark.getBoundingClientRect(),
  };
}

function getText({ segment, occurrence }: Shown): string {
  return segment.sourceText.slice(occurrence.start, occurrence.end);
}
