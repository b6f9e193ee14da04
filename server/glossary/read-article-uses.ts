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

/** What is known for one version of a project's terms. */
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

/** The finder of a glossary as it is now. */
export function readFinder(projectId: string, glossary: ConceptList): Promise<UseFinder> {
  return getMemory(projectId, glossary).find;
}

/** The uses in an article of the terms as they are now. */
export function readArticleUses(
  projectId: string,
  glossary: ConceptList,
  articleId: string,
): Promise<ArticleUses> {
  const { find, articles } = getMemory(projectId, glossary);
  const known = articles.get(articleId);
  if (known) return known;
  const reading = readSources(articleId, find);
  articles.set(articleId, reading);
  // A reading that failed is no memory: the next one begins anew.
  reading.catch(() => articles.delete(articleId));
  return reading;
}

/** Keeps the uses of these articles only. */
export function forgetOtherArticles(projectId: string, kept: ReadonlyMap<string, unknown>): void {
  const articles = memories.get(projectId)?.articles;
  for (const id of articles?.keys() ?? []) if (!kept.has(id)) articles?.delete(id);
}

function getMemory(projectId: string, glossary: ConceptList): Memory {
  const known = memories.get(projectId);
  if (known?.termsVersion === glossary.termsVersion) return known;
  const find = runInTurns(buildUseFinder(glossary.terms));
  const memory: Memory = { termsVersion: glossary.termsVersion, find, articles: new Map() };
  memories.set(projectId, memory);
  find.catch(() => memories.delete(projectId));
  return memory;
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
