/**
 * Which concepts a Chinese text uses. A term inside a longer term of the glossary is no use of it: the text is read from
 * left to right, longest first. A concept that is no longer current (rejected, superseded) is used only where no current
 * term stands.
 */
import { findTerms } from "#core/glossary/find-terms.ts";
import { buildTermMatcherInSteps, type TermMatch } from "#core/glossary/term-matcher.ts";
import type { Steps } from "#core/steps.ts";
import type { FoundRange } from "#core/text/find-words.ts";

/** A term in a text, and the ids of the concepts that have it. Offsets are in UTF-16 units. */
export type TermUse = FoundRange & { readonly conceptIds: ReadonlySet<string> };

/** The uses of a text: those of current concepts from left to right, then those of the others. */
export type UseFinder = (text: string) => readonly TermUse[];

/** By Chinese term, the ids of the concepts that have it. */
export type TermOwners = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Builds the finder in short steps; time and memory grow with the characters of all terms, a text's time with its own.
 * Who owns a term is looked up when it is found.
 */
export function* buildUseFinder(terms: {
  readonly current: TermOwners;
  readonly former: TermOwners;
}): Steps<UseFinder> {
  const current = [...terms.current.keys()];
  const former = [...terms.former.keys()];
  const currentMatcher = yield* buildTermMatcherInSteps(current);
  const formerMatcher = yield* buildTermMatcherInSteps(former);
  return (text) => {
    const matches = findTerms(currentMatcher, text);
    const rest = former.length === 0 ? [] : findTerms(formerMatcher, text);
    const free = rest.filter((each) => !matches.some((match) => isOverlapping(match, each)));
    return [...listUses(terms.current, current, matches), ...listUses(terms.former, former, free)];
  };
}

const nobody: ReadonlySet<string> = new Set();

function listUses(owners: TermOwners, texts: readonly string[], matches: readonly TermMatch[]): TermUse[] {
  return matches.map(({ start, end, term }) => ({
    start,
    end,
    conceptIds: owners.get(texts[term] ?? "") ?? nobody,
  }));
}

function isOverlapping(one: TermMatch, other: TermMatch): boolean {
  return one.start < other.end && other.start < one.end;
}
