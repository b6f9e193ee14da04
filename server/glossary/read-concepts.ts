/** All concepts of a project in the order of the list, read again only when one has changed. */
import type { ConceptSummary } from "#core/glossary/concept.ts";
import { buildSearchKey } from "#core/glossary/search.ts";
import { getGlossaryVersion, listConceptRows } from "#db/queries/glossary.ts";

export type ListedConcept = { readonly concept: ConceptSummary; readonly searchKey: string };

type Reading = { readonly version: string; readonly listed: readonly ListedConcept[] };

const readings = new Map<string, Reading>();

/** Concepts to review first, then by the pinyin of their first Chinese term. */
export function readConcepts(projectId: string): readonly ListedConcept[] {
  const version = getGlossaryVersion(projectId);
  const known = readings.get(projectId);
  if (known?.version === version) return known.listed;
  const keyed = listConceptRows(projectId).map((concept) => ({
    concept,
    searchKey: buildSearchKey(concept),
    order: buildOrderKey(concept),
  }));
  keyed.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
  const listed = keyed.map(({ concept, searchKey }) => ({ concept, searchKey }));
  readings.set(projectId, { version, listed });
  return listed;
}

function buildOrderKey(concept: ConceptSummary): string {
  const chinese = concept.terms.find((term) => term.language === "zh");
  const pinyin = (chinese?.pinyin ?? "").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return `${concept.state === "proposed" ? 0 : 1} ${pinyin} ${chinese?.text ?? ""} ${concept.id}`;
}
