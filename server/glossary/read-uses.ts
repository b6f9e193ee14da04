/** Where the concepts of a project are used, in all articles of its library, and how often. */
import type { UseCount } from "#core/glossary/concept.ts";
import type { ConceptList } from "#core/glossary/concept-list.ts";
import type { Steps } from "#core/steps.ts";
import { listLibraryArticleIds } from "#db/queries/term-uses.ts";
import {
  type ArticleUses,
  readUsesOfArticles,
  type UsesOfArticles,
} from "#server/glossary/read-article-uses.ts";
import { readGlossary } from "#server/glossary/read-glossary.ts";
import { runInTurns } from "#server/run-in-turns.ts";

/** Of the articles in the library, the oldest first. */
export type ProjectUses = UsesOfArticles & { readonly counts: ReadonlyMap<string, UseCount> };

type Memory = { known: ProjectUses | null; running: Promise<ProjectUses> | null };

const key = Symbol.for("duizhao.uses");
const holder = globalThis as { [key]?: Map<string, Memory> };
const memories = holder[key] ?? new Map<string, Memory>();
holder[key] = memories;

/** The uses as of now: of the present terms, in the articles that are in the library. Never writes. */
export async function readUses(projectId: string): Promise<ProjectUses> {
  const glossary = await readGlossary(projectId);
  const memory = memories.get(projectId) ?? { known: null, running: null };
  memories.set(projectId, memory);
  // One at a time: whoever waited finds the articles read.
  while (memory.running) await memory.running;
  const articleIds = listLibraryArticleIds(projectId);
  const { known } = memory;
  if (known && isUpToDate(known, glossary, articleIds)) return known;
  memory.running = findProjectUses(projectId, glossary, articleIds).finally(() => {
    memory.running = null;
  });
  memory.known = await memory.running;
  return memory.known;
}

const unused: UseCount = { segments: 0, articles: 0 };

export function getUseCount({ counts }: ProjectUses, conceptId: string): UseCount {
  return counts.get(conceptId) ?? unused;
}

function isUpToDate(known: ProjectUses, glossary: ConceptList, articleIds: readonly string[]): boolean {
  return (
    known.termsVersion === glossary.termsVersion &&
    known.articles.size === articleIds.length &&
    articleIds.every((id) => known.articles.has(id))
  );
}

async function findProjectUses(
  projectId: string,
  glossary: ConceptList,
  articleIds: readonly string[],
): Promise<ProjectUses> {
  const uses = await readUsesOfArticles(projectId, glossary, articleIds);
  return { ...uses, counts: await runInTurns(countUses(uses.articles)) };
}

function* countUses(articles: ReadonlyMap<string, ArticleUses>): Steps<ReadonlyMap<string, UseCount>> {
  const counts = new Map<string, UseCount>();
  for (const uses of articles.values()) {
    for (const [conceptId, numbers] of uses) {
      const before = counts.get(conceptId) ?? unused;
      counts.set(conceptId, { segments: before.segments + numbers.length, articles: before.articles + 1 });
    }
    yield;
  }
  return counts;
}
