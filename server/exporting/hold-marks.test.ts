import { expect, test } from "vitest";
import type { Inline } from "#core/articles/inline.ts";
import { defaultExportOptions } from "#core/exporting/options.ts";
import { RunWriter } from "./build-runs.ts";
import { aBook, readLines, text } from "./fixture-pdf.ts";
import { renderPdf } from "./render-pdf.ts";

const mark: Inline = { type: "footnote", id: "n1", number: 1 };
/** The text with a line where one may end before what is held together. */
const hold = (...items: Inline[]) =>
  new RunWriter(
    () => true,
    () => null,
  )
    .buildRuns(items, 1)
    .reduce((told, run) => told + (run.isHeld ? "+" : "|") + run.text, "");

test.each([
  ["石头怕拉", "|石头怕|拉+1"],
  ["石头。”", "|石|头。”+1"],
  ["Stone fears being pulled.", "|Stone fears being |pulled.+1"],
  ["他用GPT", "|他|用GPT+1"],
  ["他用GPT写。", "|他|用GPT写。+1"],
  ["拉", "|拉+1"],
  ["——", "|——|1"],
])("the mark after %s stays with its end", (words, told) => expect(hold(text(words), mark)).toBe(told));

test("a word that fills its cell holds nothing", () => {
  const writer = new RunWriter(
    () => true,
    () => null,
  );
  const place = { width: 6, isHyphenated: true };
  const runs = writer.buildRuns([text("Incomprehensibilities"), mark], 1, place);
  expect(runs.map(({ isHeld }) => isHeld)).toEqual([false, false]);
});

test("marks in a row stay together, but no more than three", () => {
  expect(hold(text("石"), mark, mark, mark, mark)).toBe("|石+1+\u2009+1+\u2009+1|\u2009|1");
});

test("no line begins with the mark of a note", async () => {
  const note = `<sup data-text="甲" data-url="" data-draft-type="reference" data-numero="1">[1]</sup>`;
  const book = aBook(`<p>桥是慢慢长出来的石头互相压着谁也离不开谁呀${note}，桥。</p>`);
  const lines = (await readLines((await renderPdf(book, defaultExportOptions)).pdf)).flat();
  expect(lines.map((line) => line.text)).toContain("呀1，桥。");
});
