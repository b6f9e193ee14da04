import { encoding } from "lib0";
import { expect, test, vi } from "vitest";
import * as Y from "yjs";
import { checkUpdate, isKnownUpdate } from "./check-update.ts";
import { collabLimits } from "./limits.ts";
import { applyLogged, createPart, type Part } from "./part.ts";

type Id = readonly [client: number, clock: number];
/** An element, or with `text` a character, in a root, in another element, or beside something. */
type Piece = { readonly text?: true } & (
  | { readonly root: string }
  | { readonly parent: Id }
  | { readonly after: Id }
  | { readonly before: Id }
);

/** An update as a hostile browser writes it: runs of pieces, each with the clocks of one client from a first one on. */
function buildUpdate(
  ...runs: readonly { readonly from: Id; readonly pieces: readonly Piece[] }[]
): Uint8Array {
  const encoder = encoding.createEncoder();
  const writeId = (id: Id) => id.forEach((each) => void encoding.writeVarUint(encoder, each));
  encoding.writeVarUint(encoder, runs.length);
  for (const { from, pieces } of runs) {
    encoding.writeVarUint(encoder, pieces.length);
    writeId(from);
    for (const piece of pieces) {
      const kind = piece.text ? 4 : 7;
      encoding.writeUint8(encoder, kind + ("after" in piece ? 0x80 : "before" in piece ? 0x40 : 0));
      if ("after" in piece) writeId(piece.after);
      if ("before" in piece) writeId(piece.before);
      if ("root" in piece || "parent" in piece) encoding.writeVarUint(encoder, "root" in piece ? 1 : 0);
      if ("root" in piece) encoding.writeVarString(encoder, piece.root);
      if ("parent" in piece) writeId(piece.parent);
      if (!piece.text) encoding.writeVarUint(encoder, 3);
      encoding.writeVarString(encoder, "x");
    }
  }
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}

/** So many elements in one another, the outermost in `under`. */
function buildNest(count: number, client: number, under: Id | null = null): Uint8Array {
  const first: Piece = under ? { parent: under } : { root: "s" };
  const pieces = Array.from({ length: count }, (_, clock) =>
    clock === 0 ? first : { parent: [client, clock - 1] as const },
  );
  return buildUpdate({ from: [client, 0], pieces });
}

function aPart(): Part {
  return createPart({ id: "part", projectId: "project", articleId: "article" }, new Y.Doc(), new Map());
}

/** Checks and applies as the server does: "taken", or why not. */
function send(part: Part, update: Uint8Array): string {
  try {
    checkUpdate(part, update, collabLimits, () => {});
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
  applyLogged(part, update, null, null);
  return "taken";
}

function sendAll(...updates: readonly Uint8Array[]): string[] {
  const part = aPart();
  return updates.map((update) => send(part, update));
}

const refused = "update refused: malformed";

test("a few levels are taken, and shown as plain text; more are not", () => {
  expect(sendAll(buildNest(8, 1))).toEqual(["taken"]);
  expect(sendAll(buildNest(9, 1))).toEqual([refused]);
});

test("thousands of levels, and what lies in them, are refused at once", () => {
  const children = Array.from({ length: 6000 }, (_, clock): Piece => ({ text: true, parent: [1, clock] }));
  const part = aPart();
  expect(send(part, buildNest(6000, 1))).toBe(refused);
  expect(send(part, buildUpdate({ from: [2, 0], pieces: children }))).toBe("taken");
  expect(send(part, buildNest(6000, 1))).toBe(refused);
});

test("levels count that are in the doc already", () => {
  expect(sendAll(buildNest(5, 1), buildNest(4, 2, [1, 4]))).toEqual(["taken", refused]);
  expect(sendAll(buildNest(5, 1), buildNest(3, 2, [1, 4]))).toEqual(["taken", "taken"]);
});

test("levels count that wait for what they lie in", () => {
  expect(sendAll(buildNest(5, 2, [1, 4]), buildNest(5, 1))).toEqual(["taken", refused]);
  expect(sendAll(buildNest(3, 3, [2, 2]), buildNest(3, 2, [1, 2]), buildNest(3, 1))).toEqual([
    "taken",
    "taken",
    refused,
  ]);
});

test("what lies beside something lies as deep as that", () => {
  const pieces = Array.from({ length: 9 }, (_, level): Piece[] => {
    const neighbour: Id = [1, 2 * level - 1];
    const place = level % 2 === 0 ? { after: neighbour } : { before: neighbour };
    return [level === 0 ? { root: "s" } : place, { text: true, parent: [1, 2 * level] }];
  }).flat();
  expect(sendAll(buildUpdate({ from: [1, 0], pieces }))).toEqual([refused]);
  expect(sendAll(buildUpdate({ from: [1, 0], pieces: pieces.slice(0, 16) }))).toEqual(["taken"]);
  // One by one they are no better, and neither is a character that links what waits to what is there.
  const halves = [
    buildUpdate({ from: [1, 0], pieces: pieces.slice(0, 9) }),
    buildUpdate({ from: [3, 0], pieces: [{ after: [1, 9] }] }),
    buildNest(6, 4, [3, 0]),
    buildUpdate({ from: [1, 9], pieces: pieces.slice(9, 10) }),
  ];
  expect(sendAll(...halves)).toEqual(["taken", "taken", "taken", refused]);
});

test("the second run of one client, which is the one that Yjs takes, is seen", () => {
  const [nest, harmless]: Piece[][] = [
    Array.from({ length: 9 }, (_, clock) => (clock === 0 ? { root: "s" } : { parent: [1, clock - 1] })),
    [{ text: true, root: "s" }],
  ];
  const update = buildUpdate({ from: [1, 0], pieces: harmless ?? [] }, { from: [1, 0], pieces: nest ?? [] });
  expect(sendAll(update)).toEqual([refused]);
});

test("what waits may not be told anew as a nest, in the answer of a browser that connects anew", () => {
  const part = aPart();
  const waiting = Array.from({ length: 9 }, (): Piece => ({ text: true, parent: [7, 0] }));
  expect(send(part, buildUpdate({ from: [1, 0], pieces: waiting }))).toBe("taken");
  expect(isKnownUpdate(part.doc, buildUpdate({ from: [1, 0], pieces: waiting }))).toBe(true);
  expect(isKnownUpdate(part.doc, buildNest(9, 1))).toBe(false);
  expect(send(part, buildNest(9, 1))).toBe(refused);
});

test("nobody's words are refused for what others let wait for them", () => {
  const writer = new Y.Doc();
  writer.clientID = 1;
  const text = new Y.XmlText();
  const traps = [buildNest(6, 2, [1, 0]), buildUpdate({ from: [3, 0], pieces: [{ after: [1, 1] }] })];
  const part = aPart();
  expect([...traps, buildNest(5, 4, [3, 0])].map((each) => send(part, each))).toEqual([
    "taken",
    "taken",
    "taken",
  ]);
  writer.on("update", (update: Uint8Array) => expect(send(part, update)).toBe("taken"));
  writer.getXmlFragment("s").push([text]);
  text.insert(0, "bridge");
  text.insert(6, "s");
  expect(part.doc.getXmlFragment("s").toString()).toContain("bridges");
});

test("what waits for its commit is applied first when the verdict hangs on it, and not for each key", () => {
  const part = aPart();
  const typed = buildUpdate({ from: [5, 0], pieces: [{ text: true, root: "s" }] });
  const settle = vi.fn(() => applyLogged(part, buildNest(5, 1), null, null));
  part.waiting = 1;
  checkUpdate(part, typed, collabLimits, settle);
  expect(settle).not.toHaveBeenCalled();
  expect(() => checkUpdate(part, buildNest(4, 2, [1, 4]), collabLimits, settle)).toThrow(refused);
});

test("a very long chain of neighbours is followed", () => {
  const pieces = Array.from({ length: 20_000 }, (_, clock): Piece => {
    return clock === 0 ? { root: "s" } : { after: [1, clock - 1] };
  });
  expect(sendAll(buildUpdate({ from: [1, 0], pieces }))).toEqual(["taken"]);
});
