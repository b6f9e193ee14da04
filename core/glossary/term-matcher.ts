/** Finds every glossary term in a text in one pass: Aho–Corasick in flat arrays, over UTF-16 code units, leftmost-longest. */

export interface TermMatch {
  /** UTF-16 offset of the first unit. */
  readonly start: number;
  /** UTF-16 offset after the last unit. */
  readonly end: number;
  /** Index into the terms the matcher was built from; of equal terms, the first. */
  readonly term: number;
}

export interface TermMatcher {
  /** Matches from left to right that never overlap: at each place the leftmost wins, then the longest. */
  findAll(text: string): TermMatch[];
}

interface Trie {
  /** Transitions of all nodes in one open-addressed table: key = node * 65536 + unit. */
  readonly keys: Float64Array;
  readonly targets: Int32Array;
  readonly parent: Int32Array;
  readonly unit: Uint16Array;
  readonly depth: Int32Array;
  /** The term that ends at this node, or -1. */
  readonly term: Int32Array;
  readonly size: number;
}

/** Builds a matcher. Empty terms never match. Terms are literal: normalise both sides alike beforehand. */
export function buildTermMatcher(terms: readonly string[]): TermMatcher {
  const trie = buildTrie(terms);
  const fail = linkFailures(trie);
  return { findAll: (text) => scan(trie, fail, text) };
}

function slotOf(keys: Float64Array, node: number, unit: number): number {
  const key = node * 65536 + unit;
  const mask = keys.length - 1;
  let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 0;
  slot = (slot ^ (slot >>> 15)) & mask;
  while (keys[slot] !== -1 && keys[slot] !== key) slot = (slot + 1) & mask;
  return slot;
}

function step(trie: Trie, node: number, unit: number): number {
  const slot = slotOf(trie.keys, node, unit);
  return trie.keys[slot] === -1 ? -1 : (trie.targets[slot] ?? -1);
}

function buildTrie(terms: readonly string[]): Trie {
  const most = terms.reduce((sum, term) => sum + term.length, 1);
  const keys = new Float64Array(2 ** Math.ceil(Math.log2(most * 2 + 2))).fill(-1);
  const targets = new Int32Array(keys.length);
  const parent = new Int32Array(most);
  const unit = new Uint16Array(most);
  const depth = new Int32Array(most);
  const term = new Int32Array(most).fill(-1);
  let size = 1;
  terms.forEach((text, index) => {
    let node = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const slot = slotOf(keys, node, code);
      if (keys[slot] === -1) {
        keys[slot] = node * 65536 + code;
        targets[slot] = size;
        parent[size] = node;
        unit[size] = code;
        depth[size] = at + 1;
        size++;
      }
      node = targets[slot] ?? 0;
    }
    if (node !== 0 && term[node] === -1) term[node] = index;
  });
  return { keys, targets, parent, unit, depth, term, size };
}

/** Failure links, set in order of depth, so that each node's shorter suffixes are ready before it. */
function linkFailures(trie: Trie): Int32Array {
  const fail = new Int32Array(trie.size);
  const order = Array.from({ length: trie.size - 1 }, (_, at) => at + 1);
  order.sort((a, b) => (trie.depth[a] ?? 0) - (trie.depth[b] ?? 0));
  for (const node of order) {
    if (trie.depth[node] === 1) continue;
    const unit = trie.unit[node] ?? 0;
    let suffix = fail[trie.parent[node] ?? 0] ?? 0;
    let next = step(trie, suffix, unit);
    while (next === -1 && suffix !== 0) {
      suffix = fail[suffix] ?? 0;
      next = step(trie, suffix, unit);
    }
    fail[node] = next === -1 ? 0 : next;
  }
  return fail;
}

/** The best term that ends at this node: the longest one, since it starts furthest left. */
function longestEnding(trie: Trie, fail: Int32Array, node: number): number {
  let at = node;
  while (at !== 0 && trie.term[at] === -1) at = fail[at] ?? 0;
  return at;
}

function scan(trie: Trie, fail: Int32Array, text: string): TermMatch[] {
  const found: TermMatch[] = [];
  let node = 0;
  let held: TermMatch | null = null;
  let at = 0;
  while (at <= text.length) {
    const next = at < text.length ? advance(trie, fail, node, text.charCodeAt(at)) : 0;
    const reach = at + 1 - (trie.depth[next] ?? 0);
    // Nothing still growing starts at or before the held match: it is final, and the search goes on behind it.
    if (held && reach > held.start) {
      found.push(held);
      at = held.end;
      held = null;
      node = 0;
      continue;
    }
    node = next;
    at++;
    const end = longestEnding(trie, fail, node);
    if (end === 0) continue;
    const start = at - (trie.depth[end] ?? 0);
    if (!held || start <= held.start) held = { start, end: at, term: trie.term[end] ?? -1 };
  }
  return found;
}

function advance(trie: Trie, fail: Int32Array, from: number, unit: number): number {
  let node = from;
  let next = step(trie, node, unit);
  while (next === -1 && node !== 0) {
    node = fail[node] ?? 0;
    next = step(trie, node, unit);
  }
  return next === -1 ? 0 : next;
}
