/** Whether an update may be logged. A client cannot take an update back, so each refusal says its reason. */
import * as Y from "yjs";
import type { UpdateRefusal } from "#core/articles/collab-messages.ts";
import { type Allowance, type Rate, spend } from "./allowance.ts";
import { isTooDeep, mayNest } from "./check-depth.ts";
import type { CollabLimits } from "./limits.ts";
import type { Part } from "./part.ts";

export class UpdateRefused extends Error {
  readonly reason: UpdateRefusal;
  /** The number that was passed, in bytes or updates per second. */
  readonly limit: number | null;

  constructor(reason: UpdateRefusal, limit: number | null = null) {
    super(`update refused: ${reason}`);
    this.name = "UpdateRefused";
    this.reason = reason;
    this.limit = limit;
  }
}

/**
 * Throws UpdateRefused when the update is malformed, nests types too deep, or passes a limit of its part. `settle` applies
 * at once what waits for its commit: called when the verdict hangs on it, so that parts of a nest cannot slip in together.
 */
export function checkUpdate(part: Part, update: Uint8Array, limits: CollabLimits, settle: () => void): void {
  if (update.length > limits.updateBytes) throw new UpdateRefused("too-large", limits.updateBytes);
  const { structs } = decode(update);
  if (part.waiting > 0 && mayNest(part.doc, structs)) settle();
  if (isTooDeep(part.doc, structs)) throw new UpdateRefused("malformed");
  const pending = part.doc.store.pendingStructs?.update.length ?? 0;
  if (pending > 0 && pending + update.length > limits.pendingBytes && isWaiting(part.doc, update)) {
    throw new UpdateRefused("pending", limits.pendingBytes);
  }
  if (part.bytes + update.length > limits.partBytes) throw new UpdateRefused("quota", limits.partBytes);
}

/** True when it would have to wait for what lies between it and the doc, and does not wait there already. */
function isWaiting(doc: Y.Doc, update: Uint8Array): boolean {
  return listNews(doc, update).some(({ client, begin }) => begin > Y.getState(doc.store, client));
}

type Range = { readonly client: number; readonly begin: number; readonly end: number };

/** What an update brings that is neither in the doc nor waiting beside it, by the clocks of each client. */
function listNews({ store }: Y.Doc, update: Uint8Array): Range[] {
  const { from, to } = Y.parseUpdateMeta(update);
  const waiting = store.pendingStructs ? listRuns(store.pendingStructs.update) : [];
  return [...to].flatMap(([client, end]): Range[] => {
    const begin = from.get(client) ?? 0;
    const isKnown =
      end <= Y.getState(store, client) ||
      waiting.some((run) => run.client === client && begin >= run.begin && end <= run.end);
    return isKnown ? [] : [{ client, begin, end }];
  });
}

/** What waits, without the gaps in it. */
function listRuns(pending: Uint8Array): Range[] {
  const runs: Range[] = [];
  for (const struct of Y.decodeUpdateV2(pending).structs) {
    if (struct instanceof Y.Skip) continue;
    const { client, clock: begin } = struct.id;
    const end = begin + struct.length;
    const last = runs.at(-1);
    if (last?.client === client && last.end === begin) runs.splice(-1, 1, { ...last, end });
    else runs.push({ client, begin, end });
  }
  return runs;
}

function decode(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> {
  try {
    return Y.decodeUpdate(update);
  } catch {
    throw new UpdateRefused("malformed");
  }
}

/** Takes one from what a socket may still send, or throws UpdateRefused. */
export function takeAllowance(allowance: Allowance, rate: Rate): void {
  if (!spend(allowance, rate)) throw new UpdateRefused("too-fast", rate.perSecond);
}

/**
 * True when the doc holds all of the update already, or keeps it waiting: the usual answer of a browser that connects
 * anew. Throws UpdateRefused for malformed bytes.
 */
export function isKnownUpdate(doc: Y.Doc, update: Uint8Array): boolean {
  // Two zeros: no structs, no deletions.
  if (update.length === 2 && update[0] === 0 && update[1] === 0) return true;
  const { structs, ds } = decode(update);
  // The cheap questions first: the last one walks through the whole doc. What waits may be told anew as another thing.
  if (listNews(doc, update).length > 0 || isTooDeep(doc, structs)) return false;
  const deleted = Y.createDeleteSetFromStructStore(doc.store);
  return Y.equalDeleteSets(deleted, Y.mergeDeleteSets([deleted, ds]));
}
