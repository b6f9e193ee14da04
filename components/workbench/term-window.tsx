"use client";
import { Popover } from "@base-ui/react/popover";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef } from "react";
import { useTermUses } from "#client/glossary/use-term-uses.ts";
import { TermCard } from "#components/glossary/term-card.tsx";
import { useWayBack } from "#components/ui/use-way-back.ts";
import { useMisused } from "#components/workbench/misuses.ts";
import { insertConcept } from "#components/workbench/use-commands.ts";
import type { ShownTerm } from "#components/workbench/use-shown-term.ts";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import { can } from "#core/people/permissions.ts";

export type TermWindowProps = {
  readonly shown: ShownTerm;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** What has the focus again after a card that was opened by key. */
  readonly before: RefObject<Element | null>;
};

/** What `TermPopup` shows. */
export function TermWindow({ shown, isOpen, onClose, before }: TermWindowProps) {
  const t = useTranslations("workbench");
  const popup = useRef<HTMLDivElement>(null);
  useWayBack(isOpen, onClose);
  useEffect(() => {
    // From term to term; the first card has the focus from the popover.
    if (isOpen && shown.isByKey) popup.current?.querySelector<HTMLElement>("button, a")?.focus();
  }, [isOpen, shown]);

  return (
    <Popover.Root open={isOpen} onOpenChange={(willOpen) => !willOpen && onClose()}>
      <Popover.Portal>
        <Popover.Positioner
          anchor={buildAnchor(shown.mark)}
          side="bottom"
          align="start"
          sideOffset={6}
          collisionPadding={8}
          className="z-40"
        >
          <Popover.Popup
            ref={popup}
            data-term-card
            aria-label={t("termCard", { term: getText(shown) })}
            initialFocus={() => shown.isByKey}
            finalFocus={() => shown.isByKey && before.current instanceof HTMLElement && before.current}
            className="max-h-(--available-height) w-88 max-w-[calc(100vw-16px)] overflow-y-auto rounded-md border border-line bg-raised shadow-float outline-none [&>article:last-child]:border-b-0"
          >
            <TermCards shown={shown} onDone={onClose} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

const none: readonly string[] = [];

/** All concepts that go by this name. */
function TermCards({ shown, onDone }: { readonly shown: ShownTerm; readonly onDone: () => void }) {
  const tools = useWorkbench();
  const { article, me } = tools.data;
  const { segment, occurrence } = shown;
  const counts = useTermUses(
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

/** A term that runs over two lines has its card under the second. */
function buildAnchor(mark: HTMLElement) {
  return {
    contextElement: mark,
    getBoundingClientRect: () => [...mark.getClientRects()].at(-1) ?? mark.getBoundingClientRect(),
  };
}

function getText({ segment, occurrence }: ShownTerm): string {
  return segment.sourceText.slice(occurrence.start, occurrence.end);
}
