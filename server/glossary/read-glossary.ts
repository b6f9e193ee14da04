/**
 * A project's concepts in memory: read once, in turns, then only what has changed. Next bundles its own copy of this
 * module beside the one Node loads, so the memory lives in one object on `globalThis`: a change reaches every reader.
 */
import type { StoredConcept } from "#core/glossary/concept.ts";
import { ConceptList } from "#core/glossary/concept-list.ts";
import type { Steps } from "#core/steps.ts";
import { findConcept, listConceptsAfter } from "#db/queries/glossary.ts";
import { runInTurns } from "#server/run-in-turns.ts";

type Memory = {
  readonly list: Promise<ConceptList>;
  /** Concepts that were written since they were read. */
  readonly changed: Set<string>;
};

const key = Symbol.for("duizhao.glossaries");
const holder = globalThis as { [key]?: Map<string, Memory> };
const memories = holder[key] ?? new Map<string, Memory>();
holder[key] = memories;

/** Concepts read in one step. */
const stepSize = 50;

/**
 * The concepts of a project as they are in the database. The first reading takes time in proportion to their number, in
 * turns of some milliseconds; each later one to the number of changes since.
 */
export async function readGlossary(projectId: string): Promise<ConceptList> {
  const memory = memories.get(projectId) ?? remember(projectId);
  const list = await memory.list;
  for (const id of memory.changed) {
    const concept = findConcept(id);
    if (concept) list.set(concept);
  }
  memory.changed.clear();
  return list;
}

/** Must follow every write to a concept or its terms. */
export function noteConceptChange(projectId: string, conceptId: string): void {
  memories.get(projectId)?.changed.add(conceptId);
}

function remember(projectId: string): Memory {
  const memory: Memory = { list: runInTurns(loadConcepts(projectId)), changed: new Set() };
  memories.set(projectId, memory);
  // A reading that failed is no memory: the next one begins anew.
  memory.list.catch(() => memories.delete(projectId));
  return memory;
}

function* loadConcepts(projectId: string): Steps<ConceptList> {
  const concepts: StoredConcept[] = [];
  for (;;) {
    const page = listConceptsAfter(projectId, concepts.at(-1)?.id ?? "", stepSize);
    concepts.push(...page);
    if (page.length < stepSize) return yield* ConceptList.build(concepts);
    yield;
  }
}
