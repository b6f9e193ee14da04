/** The list of the glossary, fetched page by page as it is scrolled. */
import { useRef, useState } from "react";
import { type ConceptQuery, fetchConceptPage, type PagePlace } from "#client/glossary/concept-requests.ts";
import type { ShownFailure } from "#core/errors.ts";
import { type ConceptPage, type ConceptSummary, conceptPageSize } from "#core/glossary/concept.ts";

export type LoadedConcepts = {
  readonly total: number;
  readonly counts: ConceptPage["counts"];
  /** By index in the whole result; what is not there is not fetched yet. */
  readonly concepts: ReadonlyMap<number, ConceptSummary>;
  /** First indexes of the pages that are as of the last look; the others are shown until they are fetched anew. */
  readonly fresh: ReadonlySet<number>;
};

/** Milliseconds of quiet before a search goes out. */
const quietFor = 150;

/** What is asked for, what there is of it, and how to have more. */
export function useConceptList(projectId: string, first: ConceptQuery, firstPage: ConceptPage) {
  const [asked, setAsked] = useState(first);
  /** The question that `loaded` answers. */
  const [answered, setAnswered] = useState(first);
  const [loaded, setLoaded] = useState<LoadedConcepts>(() => addPage(null, firstPage));
  const [failure, setFailure] = useState<ShownFailure | null>(null);
  /** Ends what is on its way when something else is asked. */
  const controller = useRef(new AbortController());
  const underway = useRef(new Set<number>());
  /** The question that went out last, answered or not. */
  const sent = useRef(first);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  const load = async (query: ConceptQuery, place: PagePlace, keep: "all" | "stale" | "none") => {
    if (keep !== "all") {
      controller.current.abort();
      controller.current = new AbortController();
      underway.current.clear();
    }
    sent.current = query;
    const { signal } = controller.current;
    underway.current.add(place.offset);
    const answer = await fetchConceptPage(projectId, query, place, signal);
    if (signal.aborted) return null;
    underway.current.delete(place.offset);
    setFailure(answer.ok ? null : answer.failure);
    if (!answer.ok) return null;
    setAnswered(query);
    setLoaded((before) => {
      if (keep === "none") return addPage(null, answer.value);
      return addPage(keep === "all" ? before : { ...before, fresh: new Set() }, answer.value);
    });
    return answer.value;
  };

  /** Asks another question: at once, or after a moment of quiet while somebody types. */
  const ask = (query: ConceptQuery) => {
    setAsked(query);
    clearTimeout(timer.current ?? undefined);
    timer.current = setTimeout(
      () => void load(query, { offset: 0, around: null }, "none"),
      query.query === asked.query ? 0 : quietFor,
    );
  };
  /** Fetches the page of an index, unless it is there or on its way, or the server did not give the last one. */
  const need = (index: number) => {
    const offset = startOfPage(index);
    const isThere = loaded.fresh.has(offset) || index >= loaded.total;
    const isWaiting = sent.current !== answered;
    if (!isThere && !isWaiting && failure === null && !underway.current.has(offset))
      void load(answered, { offset, around: null }, "all");
  };
  /** Looks again: fetches one page, and the others when they come into view. Null when it could not be had. */
  const refresh = (index: number, around: string | null) =>
    sent.current === answered
      ? load(answered, { offset: startOfPage(index), around }, "stale")
      : // It would end a question that is on its way: that one is asked anew, and the index is not of its answer.
        load(sent.current, { offset: 0, around }, "none");
  return { asked, answered, loaded, failure, ask, need, refresh };
}

function startOfPage(index: number): number {
  return Math.floor(Math.max(0, index) / conceptPageSize) * conceptPageSize;
}

function addPage(before: LoadedConcepts | null, page: ConceptPage): LoadedConcepts {
  const concepts = new Map(before?.concepts);
  page.concepts.forEach((concept, index) => {
    concepts.set(page.offset + index, concept);
  });
  const fresh = new Set(before?.fresh).add(page.offset);
  return { total: page.total, counts: page.counts, concepts, fresh };
}
