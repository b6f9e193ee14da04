/**
 * Cuts a Yjs update (format 1) into updates of bounded size. Yjs itself can cut an update at a state vector from below
 * only; a long offline stay or a hostile paste would else make one frame that the server must refuse for ever.
 */
import { encoding } from "lib0";
import * as Y from "yjs";

type Struct = ReturnType<typeof Y.decodeUpdate>["structs"][number];

/**
 * Updates that together equal `update`, each near `limit` bytes or less. One struct is never cut: a struct larger than
 * the limit makes a larger piece, which the caller's cap on characters rules out. Deletions travel in the last piece.
 * Throws what `Y.decodeUpdate` throws on malformed bytes.
 */
export function splitUpdate(update: Uint8Array, limit: number): Uint8Array[] {
  if (update.length <= limit) return [update];
  const { structs, ds } = Y.decodeUpdate(update);
  const pieces: Uint8Array[] = [];
  let group: Struct[] = [];
  let size = 0;
  for (const struct of structs) {
    const bytes = measureStruct(struct);
    if (group.length > 0 && size + bytes > limit) {
      pieces.push(encodeStructs(group, null));
      group = [];
      size = 0;
    }
    group.push(struct);
    size += bytes;
  }
  if (group.length > 0) pieces.push(encodeStructs(group, null));
  pieces.push(encodeStructs([], ds));
  return pieces;
}

function measureStruct(struct: Struct): number {
  const encoder = new Y.UpdateEncoderV1();
  writeStruct(encoder, struct);
  return encoder.toUint8Array().length;
}

function writeStruct(encoder: Y.UpdateEncoderV1, struct: Struct): void {
  struct.write(encoder, 0);
}

/** The layout of format 1: clients, each with its run of structs, then the deletions. */
function encodeStructs(
  structs: readonly Struct[],
  ds: ReturnType<typeof Y.decodeUpdate>["ds"] | null,
): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const runs = groupRuns(structs);
  encoding.writeVarUint(encoder.restEncoder, runs.length);
  for (const run of runs) {
    const [first] = run;
    if (!first) continue;
    encoding.writeVarUint(encoder.restEncoder, run.length);
    encoder.writeClient(first.id.client);
    encoding.writeVarUint(encoder.restEncoder, first.id.clock);
    for (const struct of run) writeStruct(encoder, struct);
  }
  encoding.writeVarUint(encoder.restEncoder, ds?.clients.size ?? 0);
  for (const [client, ranges] of ds?.clients ?? []) {
    encoder.resetDsCurVal();
    encoding.writeVarUint(encoder.restEncoder, client);
    encoding.writeVarUint(encoder.restEncoder, ranges.length);
    for (const range of ranges) {
      encoder.writeDsClock(range.clock);
      encoder.writeDsLen(range.len);
    }
  }
  return encoder.toUint8Array();
}

/** Neighbouring structs of one client. Each client appears once in an update, so its structs stand together. */
function groupRuns(structs: readonly Struct[]): Struct[][] {
  const runs: Struct[][] = [];
  for (const struct of structs) {
    const run = runs.at(-1);
    if (run?.[0]?.id.client === struct.id.client) run.push(struct);
    else runs.push([struct]);
  }
  return runs;
}
