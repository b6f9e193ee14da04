/** A writer of a test: the docs of some parts with the undo of a page, and a network that the test itself is. */
import * as Y from "yjs";
import { createUndoManager, UndoOrder } from "./undo-order.ts";

const network = { source: "network" };

export class Writer {
  readonly undo = new UndoOrder();
  readonly docs: readonly Y.Doc[];
  readonly managers: readonly Y.UndoManager[];
  readonly #origin = { source: "writer" };

  constructor(partCount: number) {
    this.docs = Array.from({ length: partCount }, () => new Y.Doc());
    this.managers = this.docs.map((doc) => createUndoManager(doc, new Set([this.#origin])));
    for (const manager of this.managers) this.undo.add(manager);
  }

  getDoc(part: number): Y.Doc {
    const doc = this.docs[part];
    if (!doc) throw new Error(`there is no part ${part}`);
    return doc;
  }

  /** One change of the writer's own, which undo takes back. */
  change(part: number, edit: (doc: Y.Doc) => void): void {
    const doc = this.getDoc(part);
    doc.transact(() => edit(doc), this.#origin);
  }
}

/** Gives each writer what the other has, in all parts. */
export function exchange(one: Writer, two: Writer): void {
  for (const part of one.docs.keys()) {
    const [a, b] = [one.getDoc(part), two.getDoc(part)];
    const news = Y.encodeStateAsUpdate(a, Y.encodeStateVector(b));
    Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)), network);
    Y.applyUpdate(b, news, network);
  }
}
