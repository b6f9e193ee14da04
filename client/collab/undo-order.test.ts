import { beforeEach, describe, expect, test } from "vitest";
import { hashContent } from "#core/articles/canonical.ts";
import { deleteRange, insertAt } from "#core/articles/fragment-range.ts";
import { type Inline, renderPlainText } from "#core/articles/inline.ts";
import { getFragment, readTarget } from "#core/articles/part-text.ts";
import { exchange, Writer } from "./fixture-writer.ts";

const segmentId = "s".repeat(20);
const formula: Inline = { type: "formula", id: "f1", tex: "x^2" };

let ana: Writer;
let bo: Writer;

beforeEach(() => {
  ana = new Writer(2);
  bo = new Writer(2);
});

function read(writer: Writer, id = segmentId, part = 0): string {
  return renderPlainText(readTarget(getFragment(writer.getDoc(part), id)).content);
}

function insert(writer: Writer, place: number, content: Inline | string, id = segmentId, part = 0): void {
  const inline = typeof content === "string" ? ({ type: "text", text: content } as const) : content;
  writer.change(part, (doc) => insertAt(getFragment(doc, id), place, [inline]));
  writer.undo.split();
  exchange(ana, bo);
}

function remove(writer: Writer, from: number, to: number): void {
  writer.change(0, (doc) => deleteRange(getFragment(doc, segmentId), from, to));
  writer.undo.split();
  exchange(ana, bo);
}

function undo(writer: Writer): string | null {
  const id = writer.undo.undo();
  exchange(ana, bo);
  return id;
}

function redo(writer: Writer): string | null {
  const id = writer.undo.redo();
  exchange(ana, bo);
  return id;
}

describe("undo takes nobody else's words", () => {
  test("typed into the text that one has begun", () => {
    insert(ana, 0, "Stone");
    insert(bo, 5, " bridges last");
    expect(undo(ana)).toBe(segmentId);
    expect([read(ana), read(bo)]).toEqual([" bridges last", " bridges last"]);
    redo(ana);
    expect([read(ana), read(bo)]).toEqual(["Stone bridges last", "Stone bridges last"]);
  });

  test("and leaves a target with the hash of an empty one, as before", () => {
    insert(ana, 0, "Stone");
    undo(ana);
    const target = readTarget(getFragment(bo.getDoc(0), segmentId));
    expect([target.valid, hashContent(target.content)]).toEqual([true, hashContent([])]);
  });

  test("typed after a placeholder that one has put in the middle", () => {
    insert(bo, 0, "They hold for years");
    insert(ana, 9, formula);
    insert(bo, 10, ", well tended,");
    remove(bo, 24, 28);
    undo(ana);
    expect([read(ana), read(bo)]).toEqual(["They hold, well tended, years", "They hold, well tended, years"]);
    redo(ana);
    expect(read(bo)).toBe("They hold$x^2$, well tended, years");
    undo(bo);
    expect(read(ana)).toBe("They hold$x^2$, well tended, for years");
  });

  test("typed there at the same moment as the placeholder was put in", () => {
    insert(bo, 0, "They hold for years");
    ana.change(0, (doc) => insertAt(getFragment(doc, segmentId), 9, [formula]));
    bo.change(0, (doc) => insertAt(getFragment(doc, segmentId), 13, [{ type: "text", text: " many" }]));
    exchange(ana, bo);
    expect([read(ana), read(bo)]).toEqual(["They hold$x^2$ for many years", "They hold$x^2$ for many years"]);
    undo(ana);
    expect(read(bo)).toBe("They hold for many years");
  });

  test("of two who put a placeholder into the same text at the same moment, nothing is there twice", () => {
    insert(bo, 0, "They hold for years");
    ana.change(0, (doc) => insertAt(getFragment(doc, segmentId), 4, [formula]));
    bo.change(0, (doc) => insertAt(getFragment(doc, segmentId), 9, [{ type: "break" }]));
    exchange(ana, bo);
    expect([read(ana), read(bo)]).toEqual(["They$x^2$ hold\n for years", "They$x^2$ hold\n for years"]);
  });
});

describe("undo goes back through the parts in the order of the steps", () => {
  const [last, first] = ["499".padEnd(20, "x"), "501".padEnd(20, "x")];

  /** Segments 499 and 501 of a long article lie in two parts. */
  function typeInTurn(writer: Writer): void {
    insert(writer, 0, "Stone", last, 0);
    insert(writer, 0, "River", first, 1);
    insert(writer, 5, " bridges", last, 0);
  }

  function readBoth(): string[] {
    return [read(ana, last, 0), read(ana, first, 1)];
  }

  test("and names the segment of each", () => {
    typeInTurn(ana);
    expect([undo(ana), ...readBoth()]).toEqual([last, "Stone", "River"]);
    expect([undo(ana), ...readBoth()]).toEqual([first, "Stone", ""]);
    expect([undo(ana), ...readBoth()]).toEqual([last, "", ""]);
    expect([undo(ana), ana.undo.canUndo]).toEqual([null, false]);
    expect([redo(ana), ...readBoth()]).toEqual([last, "Stone", ""]);
    expect([redo(ana), ...readBoth()]).toEqual([first, "Stone", "River"]);
    expect([redo(ana), ...readBoth()]).toEqual([last, "Stone bridges", "River"]);
    expect([redo(ana), ana.undo.canRedo]).toEqual([null, false]);
  });

  test("also when another has deleted what the newest step had written", () => {
    typeInTurn(ana);
    bo.change(0, (doc) => deleteRange(getFragment(doc, last), 5, 13));
    exchange(ana, bo);
    expect([undo(ana), ...readBoth()]).toEqual([first, "Stone", ""]);
    expect([undo(ana), ...readBoth()]).toEqual([last, "", ""]);
    expect([redo(ana), ...readBoth()]).toEqual([last, "Stone", ""]);
  });

  test("a new change ends what could have been done again, in every part", () => {
    typeInTurn(ana);
    undo(ana);
    undo(ana);
    insert(ana, 0, "Lake", first, 1);
    expect([ana.undo.canRedo, redo(ana), ...readBoth()]).toEqual([false, null, "Stone", "Lake"]);
  });

  test("a part that is closed takes its steps with it", () => {
    typeInTurn(ana);
    const [manager] = ana.managers;
    if (manager) ana.undo.remove(manager);
    expect([undo(ana), ...readBoth()]).toEqual([first, "Stone bridges", ""]);
    expect(ana.undo.canUndo).toBe(false);
  });

  test("what one types in a row is one step, until one goes elsewhere", () => {
    const type = (text: string) =>
      ana.change(0, (doc) => insertAt(getFragment(doc, last), 0, [{ type: "text", text }]));
    for (const letter of "ecno") type(letter);
    ana.undo.split();
    for (const letter of "eciwT ") type(letter);
    expect(read(ana, last)).toBe(" Twiceonce");
    expect([undo(ana), read(ana, last)]).toEqual([last, "once"]);
    expect([undo(ana), read(ana, last)]).toEqual([last, ""]);
  });

  test("what another types is never one's own step", () => {
    insert(bo, 0, "River", first, 1);
    expect([ana.undo.canUndo, undo(ana), ...readBoth()]).toEqual([false, null, "", "River"]);
  });
});
