/**
 * Where the concepts of a project are used in one article, in memory. Sources never change, so each article is read once
 * for a version of the terms; readers who ask at the same time share the reading.
 *
 * Complexity: with n characters of the article's sources and m characters of Chinese terms, other terms cost O(n + m),
 * the next article its own n; memory is one number for each use. All of it runs in turns of some milliseconds.
 */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { ConceptList } from "#core/glossary/concept-list.ts";
import { buildUseFinder, type UseFinder } from "#core/glossary/find-uses.ts";
import type { Steps } from "#core/steps.ts";
import { listSourceTexts } from "#db/queries/term-uses.ts";
import { runInTurns } from "#server/run-in-turns.ts";

/** By id of a concept, the numbers of an article's segments that use it, in order. */
export type ArticleUses = ReadonlyMap<string, readonly number[]>;

/** What is known of a project for one version of its terms. */
type Memory = {
  readonly termsVersion: number;
  readonly find: Promise<UseFinder>;
  readonly articles: Map<string, Promise<ArticleUses>>;
};

const key = Symbol.for("duizhao.articleUses");
const holder = globalThis as { [key]?: Map<string, Memory> };
const memories = holder[key] ?? new Map<string, Memory>();
holder[key] = memories;

/** Sources read in one step. */
const stepSize = 50;

/** The uses in one article of the terms as they are now. */
export function readArticleUses(
  projectId: string,
  glossary: ConceptList,
  articleId: string,
): Promise<ArticleUses> {
  return readOne(getMemory(projectId, glossary), articleId);
}

export type UsesOfArticles = {
  readonly termsVersion: number;
  readonly find: UseFinder;
  readonly articles: ReadonlyMap<string, ArticleUses>;
};

/** The same in all these articles, in their order; what is known of others is forgotten. */
export async function readUsesOfArticles(
  projectId: string,
  glossary: ConceptList,
  articleIds: readonly string[],
): Promise<UsesOfArticles> {
  // One memory for all: while it is read the terms may change, and another takes its place.
  const memory = getMemory(projectId, glossary);
  const articles = new Map<string, ArticleUses>();
  for (const id of articleIds) articles.set(id, await readOne(memory, id));
  for (const id of memory.articles.keys()) if (!articles.has(id)) memory.articles.delete(id);
  return { termsVersion: memory.termsVersion, find: await memory.find, articles };
}

function getMemory(projectId: string, glossary: ConceptList): Memory {
  const known = memories.get(projectId);
  if (known?.termsVersion === glossary.termsVersion) return known;
  const find = runInTurns(buildUseFinder(glossary.terms));
  const memory: Memory = { termsVersion: glossary.termsVersion, find, articles: new Map() };
  memories.set(projectId, memory);
  // A reading that failed is no memory: the next one begins anew.
  find.catch(() => memories.get(projectId) === memory && memories.delete(projectId));
  return memory;
}

function readOne({ find, articles }: Memory, articleId: string): Promise<ArticleUses> {
  const known = articles.get(articleId);
  if (known) return known;
  const reading = readSources(articleId, find);
  articles.set(articleId, reading);
  reading.catch(() => articles.delete(articleId));
  return reading;
}

async function readSources(articleId: string, find: Promise<UseFinder>): Promise<ArticleUses> {
  const finder = await find;
  // Many short articles, one after the other, would otherwise be one long turn.
  await nextTurn();
  return runInTurns(findArticleUses(articleId, finder));
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
