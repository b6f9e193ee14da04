/**
 * How deep an update nests types in one another. The text schema needs one level under a segment's root; what Yjs does
 * after each update takes the square of the depth, so that a hostile one of some kilobytes would stop the whole server.
 */
import * as Y from "yjs";

/** Levels of types under a root: the one of the text schema, and slack for what is only shown as its plain text. */
const depthLimit = 8;
/** Level of what hangs on items that have not come. No honest text lifts it: nobody's words are refused for what waits. */
const unknownLevel = 2;

type Struct = Y.Item | Y.GC | Y.Skip;
/** The structs of each client in one update, by rising clocks. */
type Batch = ReadonlyMap<number, readonly Struct[]>;
/** The item whose place gives another one its own: its parent, `step` levels above it, or a neighbour. */
type Base = { readonly id: Y.ID; readonly step: 0 | 1 };

/** True when the update may add levels: to judge it, all that was taken before must be in the doc. */
export function mayNest(doc: Y.Doc, structs: readonly Struct[]): boolean {
  return doc.store.pendingStructs !== null || structs.some(isType);
}

/**
 * True when an update would nest types too deep: under those of the doc, its own, and those of updates that wait for
 * their dependencies. What waits is read only when it is concerned.
 */
export function isTooDeep(doc: Y.Doc, structs: readonly Struct[]): boolean {
  const hasTypes = structs.some(isType);
  const pending = doc.store.pendingStructs;
  if (!hasTypes && !pending) return false;
  const own = groupByClient(structs);
  if (!pending) return hasDeepType(doc, [own]);
  if (!hasTypes && !isConcerned(doc, own, pending.missing)) return false;
  return hasDeepType(doc, [own, groupByClient(Y.decodeUpdateV2(pending.update).structs)]);
}

function isType(struct: Struct): boolean {
  return struct instanceof Y.Item && struct.content instanceof Y.ContentType;
}

function groupByClient(structs: readonly Struct[]): Batch {
  const batch = new Map<number, Struct[]>();
  for (const struct of structs) {
    const { client, clock } = struct.id;
    const own = batch.get(client);
    const last = own?.at(-1);
    if (own && last && last.id.clock + last.length === clock) own.push(struct);
    // Of two runs of one client, which only hostile updates have, Yjs takes the later one.
    else batch.set(client, [struct]);
  }
  return batch;
}

/** True when something that waits needs the update, or the update itself has to wait. */
function isConcerned(doc: Y.Doc, own: Batch, missing: ReadonlyMap<number, number>): boolean {
  for (const [client, structs] of own) {
    const [first, last] = [structs[0], structs.at(-1)];
    if (!first || !last || first.id.clock > Y.getState(doc.store, client)) return true;
    if (last.id.clock + last.length > (missing.get(client) ?? Number.POSITIVE_INFINITY)) return true;
    for (const struct of structs) {
      const needed = struct instanceof Y.Item ? [struct.parent, struct.origin, struct.rightOrigin] : [];
      if (needed.some((id) => id instanceof Y.ID && !isInDoc(doc, id) && !findStruct(own, id))) return true;
    }
  }
  return false;
}

function hasDeepType(doc: Y.Doc, batches: readonly Batch[]): boolean {
  const levels = new Map<Struct, number>();
  for (const structs of batches.flatMap((batch) => [...batch.values()])) {
    for (const struct of structs) {
      if (isType(struct) && measureLevel(doc, batches, struct, levels) > depthLimit) return true;
    }
  }
  return false;
}

/** How many types, roots included, lie above a struct. Without recursion: chains of neighbours may be long. */
function measureLevel(
  doc: Y.Doc,
  batches: readonly Batch[],
  start: Struct,
  levels: Map<Struct, number>,
): number {
  const stack = levels.has(start) ? [] : [start];
  for (let struct = stack.at(-1); struct; struct = stack.at(-1)) {
    const base = findBase(struct);
    const found = base && !isInDoc(doc, base.id) ? findAll(batches, base.id) : [];
    const open = found.filter((each) => !levels.has(each));
    if (open.length === 0) {
      stack.pop();
      levels.set(struct, addLevel(doc, base, found, levels));
    } else {
      // For now; what hangs on itself in a ring never gets into a doc.
      levels.set(struct, unknownLevel);
      stack.push(...open);
    }
  }
  return levels.get(start) ?? unknownLevel;
}

function addLevel(
  doc: Y.Doc,
  base: Base | null,
  found: readonly Struct[],
  levels: ReadonlyMap<Struct, number>,
): number {
  if (base === null) return 1;
  if (isInDoc(doc, base.id)) return countTypesAbove(Y.getItem(doc.store, base.id)) + base.step;
  if (found.length === 0) return unknownLevel;
  return Math.max(...found.map((each) => levels.get(each) ?? unknownLevel)) + base.step;
}

/** As Yjs finds an item's parent; null right under a root, and for what holds nothing. */
function findBase(struct: Struct): Base | null {
  if (!(struct instanceof Y.Item)) return null;
  if (struct.parent instanceof Y.ID) return { id: struct.parent, step: 1 };
  const neighbour = struct.origin ?? struct.rightOrigin;
  return neighbour && { id: neighbour, step: 0 };
}

function isInDoc(doc: Y.Doc, { client, clock }: Y.ID): boolean {
  return clock < Y.getState(doc.store, client);
}

function countTypesAbove(struct: Y.Item | Y.GC): number {
  let level = 0;
  let parent: unknown = struct instanceof Y.Item ? struct.parent : null;
  for (; parent instanceof Y.AbstractType && level <= depthLimit; parent = parent.parent) level += 1;
  return level;
}

/** The same id may be told anew in an update and wait already, and as another thing. */
function findAll(batches: readonly Batch[], id: Y.ID): Struct[] {
  return batches.flatMap((batch) => findStruct(batch, id) ?? []);
}

function findStruct(batch: Batch, { client, clock }: Y.ID): Struct | null {
  const structs = batch.get(client) ?? [];
  let [low, high] = [0, structs.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const struct = structs[middle];
    if (!struct || clock < struct.id.clock) high = middle - 1;
    else if (clock >= struct.id.clock + struct.length) low = middle + 1;
    else return struct;
  }
  return null;
}
