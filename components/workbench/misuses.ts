/** Forbidden renderings in the translations of the workbench. */
import { useTranslations } from "next-intl";
import { useMemo, useSyncExternalStore } from "react";
import type { TargetView } from "#client/collab/session-types.ts";
import { pickTerms } from "#components/glossary/pick-terms.ts";
import type { TermLookup } from "#components/workbench/term-lookup.ts";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import { renderPlainText } from "#core/articles/inline.ts";
import type { WorkbenchSegment } from "#core/articles/workbench.ts";
import { findMisuses, type Misuse } from "#core/glossary/find-misuses.ts";

type Known = { readonly terms: TermLookup; readonly misuses: readonly Misuse[] };

/** A view of a target is the same object until its text changes. */
const known = new WeakMap<TargetView, Known>();
const none: readonly Misuse[] = [];

/** In UTF-16 units of the target's plain text. */
export function listMisuses(
  terms: TermLookup,
  segment: Pick<WorkbenchSegment, "sourceText">,
  target: TargetView,
): readonly Misuse[] {
  if (target.isEmpty) return none;
  const before = known.get(target);
  if (before?.terms === terms) return before.misuses;
  const concepts = terms.listConcepts(segment.sourceText);
  const misuses = concepts.length === 0 ? none : findMisuses(renderPlainText(target.content), concepts);
  known.set(target, { terms, misuses });
  return misuses;
}

/**
 * By id of a concept, its forbidden renderings as the segment's translation has them. Whoever asks is woken when that
 * changes, and not by each key.
 */
export function useMisused(segment: WorkbenchSegment | undefined): ReadonlyMap<string, readonly string[]> {
  const { session, terms } = useWorkbench();
  const id = segment?.id ?? "";
  const read = () => (segment ? renderMisuses(terms, segment, session.getTarget(id)) : "");
  const rendered = useSyncExternalStore((listener) => session.subscribeTarget(id, listener), read, read);
  return useMemo(() => {
    const misused = new Map<string, string[]>();
    for (const line of rendered.split("\n").filter(Boolean)) {
      const [conceptId = "", used = ""] = line.split("\t");
      const before = misused.get(conceptId) ?? [];
      if (!before.includes(used)) misused.set(conceptId, [...before, used]);
    }
    return misused;
  }, [rendered]);
}

/** A line for each, which is equal as long as nothing changes. */
function renderMisuses(terms: TermLookup, segment: WorkbenchSegment, target: TargetView): string {
  const misuses = listMisuses(terms, segment, target);
  if (misuses.length === 0) return "";
  const text = renderPlainText(target.content);
  return misuses
    .map(({ concept, start, end }) => `${concept.id}\t${text.slice(start, end).replace(/\s+/gu, " ")}`)
    .join("\n");
}

/** The sentence about a misuse. */
export function useMisuseText(): (misuse: Misuse, text: string) => string {
  const t = useTranslations("glossary");
  return ({ concept, start, end }, text) => {
    const used = text.slice(start, end);
    const [first] = pickTerms(concept).allowed;
    return first ? t("misuse", { used, allowed: first.text }) : t("misuseAlone", { used });
  };
}
