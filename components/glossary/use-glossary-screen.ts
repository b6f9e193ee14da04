/** What the glossary's page holds: the list, the concept that is chosen in it, and the address that says both. */
import { useEffect, useRef, useState } from "react";
import type { ConceptQuery } from "#client/glossary/concept-requests.ts";
import { useConcept } from "#client/glossary/use-concept.ts";
import { type LoadedConcepts, useConceptList } from "#client/glossary/use-concept-list.ts";
import type { ConceptDecision, ConceptDetail, ConceptPage, ConceptSummary } from "#core/glossary/concept.ts";

export type GlossaryScreenOptions = {
  readonly projectId: string;
  readonly first: ConceptQuery;
  readonly firstPage: ConceptPage;
  /** The concept that the address names, null when it names none. */
  readonly conceptId: string | null;
};

type Chosen = { readonly id: string; readonly index: number };

export function useGlossaryScreen({ projectId, first, firstPage, conceptId }: GlossaryScreenOptions) {
  const list = useConceptList(projectId, first, firstPage);
  const [chosen, setChosen] = useState<Chosen | null>(
    conceptId === null ? null : { id: conceptId, index: firstPage.index ?? -1 },
  );
  const detail = useConcept(chosen?.id ?? null);
  useAddress(list.asked, chosen?.id ?? null);
  const index = chosen === null ? -1 : findIndex(list.loaded, chosen);
  /** While the queue goes on, and whether news came in that time. */
  const going = useRef<{ hasNews: boolean } | null>(null);

  /** A choice that was made while the server was asked is the newer one: it stays. */
  const replaceChoice = (id: string, next: Chosen | null) =>
    setChosen((now) => (now?.id === id ? next : now));
  /** Looks at the server again, and finds the concept in its new place. */
  const refresh = async (id: string | null) => {
    if (id !== null && id === chosen?.id) detail.reload();
    const page = await list.refresh(index, id);
    if (id !== null && page) replaceChoice(id, { id, index: page.index ?? -1 });
  };
  const open = (id: string) => {
    setChosen({ id, index: -1 });
    return refresh(id);
  };
  /** The queue goes on with the concept that takes the decided one's place. News that come meanwhile wait: they would end it. */
  const goOn = async (decidedId: string) => {
    const next = Math.min(index, list.loaded.total - 2);
    going.current = { hasNews: false };
    const page = await list.refresh(next, null);
    const { hasNews } = going.current;
    going.current = null;
    const concept = page?.concepts[next - page.offset];
    if (page) replaceChoice(decidedId, concept ? { id: concept.id, index: next } : null);
    if (hasNews) void list.refresh(next, concept?.id ?? null);
  };
  return {
    list,
    /** Of the chosen concept; -1 without one, and for one that is not in the list. */
    index,
    chosenId: chosen?.id ?? null,
    summary: pickNewer(detail.concept, list.loaded.concepts.get(index) ?? null),
    detail,
    choose: (id: string, at: number) => setChosen({ id, index: at }),
    /** Chooses a concept wherever it stands in the list. */
    open: (id: string) => void open(id),
    close: () => setChosen(null),
    move: (step: number) => {
      const next = Math.min(Math.max(0, index + step), list.loaded.total - 1);
      const concept = list.loaded.concepts.get(next);
      if (concept) setChosen({ id: concept.id, index: next });
      else list.need(next);
    },
    refresh: () => {
      if (going.current) going.current.hasNews = true;
      else void refresh(chosen?.id ?? null);
    },
    onDecided: (id: string, decision: ConceptDecision | null) => {
      if (decision === "reopen") return open(id);
      const isQueue = list.answered.filter === "review" && decision !== null;
      return isQueue ? goOn(id) : refresh(id);
    },
  };
}

/** What is known of a concept at once, and all of it when that has come: never the older, of which a key may not decide. */
function pickNewer(detail: ConceptDetail | null, listed: ConceptSummary | null): ConceptSummary | null {
  if (!detail || !listed) return detail ?? listed;
  return listed.changedAt > detail.changedAt ? listed : detail;
}

function findIndex({ concepts }: LoadedConcepts, { id, index }: Chosen): number {
  if (concepts.get(index)?.id === id) return index;
  for (const [at, concept] of concepts) if (concept.id === id) return at;
  return -1;
}

/** Keeps question and choice in the address, so that a reload and a copied link show the same. */
function useAddress({ query, filter, order }: ConceptQuery, conceptId: string | null): void {
  useEffect(() => {
    const address = new URLSearchParams();
    if (query !== "") address.set("query", query);
    if (filter !== "all") address.set("filter", filter);
    if (order !== "review") address.set("order", order);
    if (conceptId !== null) address.set("concept", conceptId);
    const search = address.size === 0 ? "" : `?${address}`;
    if (search === window.location.search) return;
    window.history.replaceState(null, "", window.location.pathname + search);
  }, [query, filter, order, conceptId]);
}
