/** The list of the glossary, fetched page by page as it is scrolled. */
import { useCallback, useEffect, useRef, useState } from "react";
import { type ActionError, callAction } from "#client/glossary/call-action.ts";
import {
  type ConceptFilter,
  type ConceptPage,
  type ConceptSummary,
  conceptPageSize,
} from "#core/glossary/concept.ts";
import { listConceptsAction } from "#server/glossary/actions.ts";

export type ConceptQuery = { readonly query: string; readonly filter: ConceptFilter };

type Loaded = {
  readonly total: number;
  readonly counts: ConceptPage["counts"];
  /** By index in the whole result; what is not there is not fetched yet. */
  readonly concepts: ReadonlyMap<number, ConceptSummary>;
};

/** Milliseconds of quiet before a search goes out. */
const quietFor = 150;

/** What is asked for, what there is of it, and how to have more. */
export function useConceptPages(projectId: string, firstPage: ConceptPage) {
  const [asked, setAsked] = useState<ConceptQuery>({ query: "", filter: "all" });
  const [loaded, setLoaded] = useState<Loaded>(() => addPage(null, firstPage));
  const [error, setError] = useState<ActionError | null>(null);
  /** Grows with each new question, so that late answers to an older one are dropped. */
  const question = useRef(0);
  const underway = useRef(new Set<number>());

  const load = useCallback(
    async (query: ConceptQuery, offset: number, isNew: boolean) => {
      if (isNew) {
        question.current += 1;
        underway.current.clear();
      }
      const mine = question.current;
      underway.current.add(offset);
      const result = await callAction(() => listConceptsAction({ projectId, ...query, offset }));
      if (mine !== question.current) return;
      underway.current.delete(offset);
      setError(result.ok ? null : result.error);
      if (result.ok) setLoaded((before) => addPage(isNew ? null : before, result.value));
    },
    [projectId],
  );

  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    const timer = setTimeout(() => void load(asked, 0, true), quietFor);
    return () => clearTimeout(timer);
  }, [asked, load]);

  /** Fetches the page around an index, unless it is there or on its way. */
  const need = (index: number) => {
    const offset = startOfPage(index);
    const isThere = loaded.concepts.has(index) || index >= loaded.total;
    if (!isThere && !underway.current.has(offset)) void load(asked, offset, false);
  };
  /** Fetches the page around an index anew and forgets the others. */
  const refresh = (index: number) => load(asked, startOfPage(index), true);
  return { asked, setAsked, loaded, error, need, refresh };
}

function startOfPage(index: number): number {
  return Math.floor(Math.max(0, index) / conceptPageSize) * conceptPageSize;
}

function addPage(before: Loaded | null, page: ConceptPage): Loaded {
  const concepts = new Map(before?.concepts);
  page.concepts.forEach((concept, index) => {
    concepts.set(page.offset + index, concept);
  });
  return { total: page.total, counts: page.counts, concepts };
}
