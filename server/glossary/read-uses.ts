/**
 * Where the concepts of a project are used, in memory. Sources never change, so each article is read once for a version
 * of the terms; an article that comes or goes costs itself alone.
 *
 * Complexity: with n characters of sources and m characters of Chinese terms, other terms cost O(n + m), an article its
 * own characters; memory is one number for each use. All of it runs in turns of some milliseconds, and never writes.
 */
import type { UseCount } from "#core/glossary/concept.ts";
import type { ConceptList } from "#core/glossary/concept-list.ts";
import { buildUseFinder, type UseFinder } from "#core/glossary/find-uses.ts";
import type { Steps } from "#core/steps.ts";
import { listLibraryArticleIds, listSourceTexts } from "#db/queries/term-uses.ts";
import { readGlossary } from "#server/glossary/read-glossary.ts";
import { runInTurns } from "#server/run-in-turns.ts";

/** By id of a concept, the numbers of an article's segments that use it, in order. */
type ArticleUses = ReadonlyMap<string, readonly number[]>;

export type ProjectUses = {
  readonly termsVersion: number;
  readonly find: UseFinder;
  /** The articles in the library, the oldest first. */
  readonly articles: ReadonlyMap<string, ArticleUses>;
  readonly counts: ReadonlyMap<string, UseCount>;
};

type Memory = { known: ProjectUses | null; running: Promise<ProjectUses> | null };

const key = Symbol.for("duizhao.uses");
const holder = globalThis as { [key]?: Map<string, Memory> };
const memories = holder[key] ?? new Map<string, Memory>();
holder[key] = memories;

/** Sources read in one step. */
const stepSize = 50;

/** The uses as of now: of the present terms, in the articles that are in the library. */
export async function readUses(projectId: string): Promise<ProjectUses> {
  const glossary = await readGlossary(projectId);
  const memory = memories.get(projectId) ?? { known: null, running: null };
  memories.set(projectId, memory);
  // One at a time, each from what the one before it left.
  while (memory.running) await memory.running;
  const articleIds = listLibraryArticleIds(projectId);
  const { known } = memory;
  if (known && isUpToDate(known, glossary, articleIds)) return known;
  memory.running = runInTurns(findProjectUses(glossary, articleIds, known)).finally(() => {
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

function* findProjectUses(
  glossary: ConceptList,
  articleIds: readonly string[],
  known: ProjectUses | null,
): Steps<ProjectUses> {
  const { termsVersion } = glossary;
  const isSame = known?.termsVersion === termsVersion;
  const find = isSame ? known.find : yield* buildUseFinder(glossary.terms);
  const articles = new Map<string, ArticleUses>();
  for (const id of articleIds) {
    const before = isSame ? known.articles.get(id) : undefined;
    articles.set(id, before ?? (yield* findArticleUses(id, find)));
  }
  return { termsVersion, find, articles, counts: yield* countUses(articles) };
}

function* findArticleUses(articleId: string, find: UseFinder): Steps<ArticleUses> {
  const uses = new Map<string, number[]>();
  let after = 0;
  for (;;) {
    const sources = listSourceTexts(articleId, after, stepSize);
    for (const { number, text } of sources) {
      for (const conceptId of new Set(find(text).flatMap(({ conceptIds }) => [...conceptIds]))) {
        const numbers = uses.get(conceptId);
        if (numbers) numbers.push(number);
        else uses.set(conceptId, [number]);
      }
    }
    const last = sources.at(-1);
    if (!last || sources.length < stepSize) return uses;
    after = last.number;
    yield;
  }
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
