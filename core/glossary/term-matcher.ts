/** Finds every glossary term in a text in one pass: Aho–Corasick in flat arrays, over UTF-16 code units, leftmost-longest. */
import { finishSteps, type Steps } from "#core/steps.ts";

export interface TermMatch {
  /** UTF-16 offset of the first unit. */
  readonly start: number;
  /** UTF-16 offset after the last unit. */
  readonly end: number;
  /** Index into the terms the matcher was built from; of equal terms, the first. */
  readonly term: number;
}

export interface TermMatcher {
  /**
   * Matches from left to right that never overlap: at each place the leftmost wins, then the longest. One whose edge
   * lies inside a Latin word or a number ("AI" in "RAID") is none; "GPT" in "GPT4" is one.
   */
  findAll(text: string): TermMatch[];
}

/**
 * Nodes are numbered breadth first and children in the order of their units, so that the children of a node are one
 * run of numbers: no table of edges is needed, and a step reads two places that lie near each other.
 */
interface Trie {
  readonly size: number;
  /** The children of node n are those from `firstChild[n]` up to `firstChild[n + 1]`. */
  readonly firstChild: Int32Array;
  /** The unit that leads to a node. */
  readonly unit: Uint16Array;
  readonly parent: Int32Array;
  readonly depth: Int32Array;
  /** The term that ends at a node, or -1. */
  readonly term: Int32Array;
  /** The node below the root by its unit, or the root: nearly every step of a scan begins here. */
  readonly ofRoot: Int32Array;
  /** Whether any term begins or ends with a Latin letter or a digit; without one a scan need not look around. */
  readonly hasWords: boolean;
}

/** Runs longer than this are searched by halves. */
const shortRun = 8;
/** Terms or nodes that are worked through between two steps of a build: well under a millisecond. */
const stepSize = 2048;

/**
 * Builds a matcher in O(n log n) for n terms and O(units) besides. Empty terms never match. Terms are literal:
 * normalise both sides alike beforehand.
 */
export function buildTermMatcher(terms: readonly string[]): TermMatcher {
  return finishSteps(buildTermMatcherInSteps(terms));
}

/** The same in many short steps, so that who builds from very many terms can serve others between two. */
export function* buildTermMatcherInSteps(terms: readonly string[]): Steps<TermMatcher> {
  const trie = yield* buildTrie(terms);
  const fail = yield* linkFailures(trie);
  const ending = yield* linkEndings(trie, fail);
  return { findAll: (text) => scan(trie, fail, ending, text) };
}

/** Distinct terms by their units, each with its first index. Sorted apart by their first unit, which takes short steps. */
function* sortTerms(terms: readonly string[]): Steps<{ sorted: string[]; firstIndex: Map<string, number> }> {
  const firstIndex = new Map<string, number>();
  const byUnit = new Map<number, string[]>();
  for (const [index, text] of terms.entries()) {
    if (index % stepSize === 0) yield;
    if (text === "" || firstIndex.has(text)) continue;
    firstIndex.set(text, index);
    const unit = text.charCodeAt(0);
    const known = byUnit.get(unit);
    if (known) known.push(text);
    else byUnit.set(unit, [text]);
  }
  const sorted: string[] = [];
  for (const [, group] of [...byUnit].sort(([a], [b]) => a - b)) {
    // The default order of strings is that of their units.
    for (const text of group.sort()) sorted.push(text);
    yield;
  }
  return { sorted, firstIndex };
}

function* buildTrie(terms: readonly string[]): Steps<Trie> {
  const { sorted, firstIndex } = yield* sortTerms(terms);
  const most = sorted.reduce((sum, text) => sum + text.length, 1);
  const firstChild = new Int32Array(most + 1);
  const unit = new Uint16Array(most);
  const parent = new Int32Array(most);
  const depth = new Int32Array(most);
  const term = new Int32Array(most).fill(-1);
  const ofRoot = new Int32Array(65_536);
  /** Where the sorted terms that begin with a node's units stand. */
  const from = new Int32Array(most);
  const to = new Int32Array(most);
  to[0] = sorted.length;
  let size = 1;
  let hasWords = false;
  for (let node = 0; node < size; node += 1) {
    if (node % stepSize === 0) yield;
    firstChild[node] = size;
    const at = depth[node] ?? 0;
    const end = to[node] ?? 0;
    let child = -1;
    for (let index = from[node] ?? 0; index < end; index += 1) {
      const text = sorted[index] ?? "";
      if (text.length === at) {
        term[node] = firstIndex.get(text) ?? -1;
        hasWords ||= classify(text.charCodeAt(0)) !== null || classify(text.charCodeAt(at - 1)) !== null;
        continue;
      }
      const code = text.charCodeAt(at);
      if (child === -1 || unit[child] !== code) {
        child = size;
        size += 1;
        unit[child] = code;
        parent[child] = node;
        depth[child] = at + 1;
        from[child] = index;
        if (node === 0) ofRoot[code] = child;
      }
      to[child] = index + 1;
    }
  }
  firstChild[size] = size;
  return { size, firstChild, unit, parent, depth, term, ofRoot, hasWords };
}

/** The child of a node by its unit; the root where there is none. */
function step(trie: Trie, node: number, code: number): number {
  if (node === 0) return trie.ofRoot[code] ?? 0;
  const { firstChild, unit } = trie;
  let low = firstChild[node] ?? 0;
  let high = firstChild[node + 1] ?? 0;
  while (high - low > shortRun) {
    const middle = (low + high) >>> 1;
    if ((unit[middle] ?? 0) <= code) low = middle;
    else high = middle;
  }
  for (; low < high; low += 1) if (unit[low] === code) return low;
  return 0;
}

/** The node of the longest suffix of what was read that some term begins with. */
function advance(trie: Trie, fail: Int32Array, from: number, code: number): number {
  let node = from;
  let next = step(trie, node, code);
  while (next === 0 && node !== 0) {
    node = fail[node] ?? 0;
    next = step(trie, node, code);
  }
  return next;
}

/** Failure links: the node of the longest proper suffix. Numbers grow with depth, so shorter ones are ready before. */
function* linkFailures(trie: Trie): Steps<Int32Array> {
  const fail = new Int32Array(trie.size);
  for (let node = 1; node < trie.size; node += 1) {
    if (node % stepSize === 0) yield;
    const parent = trie.parent[node] ?? 0;
    if (parent !== 0) fail[node] = advance(trie, fail, fail[parent] ?? 0, trie.unit[node] ?? 0);
  }
  return fail;
}

/** The longest term that ends with each node, as its node; the root for none. */
function* linkEndings(trie: Trie, fail: Int32Array): Steps<Int32Array> {
  const ending = new Int32Array(trie.size);
  for (let node = 1; node < trie.size; node += 1) {
    if (node % stepSize === 0) yield;
    ending[node] = trie.term[node] === -1 ? (ending[fail[node] ?? 0] ?? 0) : node;
  }
  return ending;
}

function scan(trie: Trie, fail: Int32Array, ending: Int32Array, text: string): TermMatch[] {
  const { depth, term, hasWords } = trie;
  const found: TermMatch[] = [];
  let node = 0;
  let heldStart = -1;
  let heldNode = 0;
  let at = 0;
  while (at <= text.length) {
    const next = at < text.length ? advance(trie, fail, node, text.charCodeAt(at)) : 0;
    // Nothing still growing starts at or before the held match: it is final, and the search goes on behind it.
    if (heldNode !== 0 && at + 1 - (depth[next] ?? 0) > heldStart) {
      const end = heldStart + (depth[heldNode] ?? 0);
      found.push({ start: heldStart, end, term: term[heldNode] ?? -1 });
      at = end;
      node = 0;
      heldNode = 0;
      continue;
    }
    node = next;
    at += 1;
    let last = ending[node] ?? 0;
    if (hasWords && last !== 0) {
      // Of the terms that end here, the longest whose edges lie inside no word.
      if (isInsideWord(text, at)) last = 0;
      while (last !== 0 && isInsideWord(text, at - (depth[last] ?? 0))) last = ending[fail[last] ?? 0] ?? 0;
    }
    if (last === 0) continue;
    const start = at - (depth[last] ?? 0);
    if (heldNode === 0 || start <= heldStart) {
      heldStart = start;
      heldNode = last;
    }
  }
  return found;
}

/** True between two Latin letters and between two digits, but not between a letter and a digit. */
function isInsideWord(text: string, at: number): boolean {
  const before = classify(text.charCodeAt(at - 1));
  return before !== null && before === classify(text.charCodeAt(at));
}

const [letter, digit] = [/\p{Script=Latin}/u, /\p{Nd}/u];

function classify(code: number): "letter" | "digit" | null {
  // Nearly every unit is a hanzi or a mark beside them.
  if (code >= 0x3000 && code <= 0x9fff) return null;
  const unit = String.fromCharCode(code);
  return letter.test(unit) ? "letter" : digit.test(unit) ? "digit" : null;
}
