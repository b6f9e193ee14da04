import { expect, test } from "vitest";
import { listCarryOvers, listLostPlaceholders } from "./carry-over.ts";
import type { Inline } from "./inline.ts";

const note: Inline = { type: "footnote", id: "n1", number: 1 };
const formula: Inline = { type: "formula", id: "f1", tex: "x" };
const href = "https://example.org/";
const source: Inline[] = [
  { type: "text", text: "拱", marks: ["bold"] },
  note,
  { type: "text", text: "桥", href, marks: ["bold", "italic"] },
  formula,
  { type: "text", text: "史", href },
];

test("each thing is listed once, in the order in which it is read", () => {
  expect(listCarryOvers(source, []).map(({ carried }) => carried)).toEqual([
    { type: "mark", mark: "bold" },
    { type: "placeholder", placeholder: note },
    { type: "link", href, text: "桥史" },
    { type: "mark", mark: "italic" },
    { type: "placeholder", placeholder: formula },
  ]);
});

test("what the target lacks is missing", () => {
  const target: Inline[] = [{ type: "text", text: "arch", marks: ["italic"], href }, formula];
  expect(listCarryOvers(source, target).map(({ isMissing }) => isMissing)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(listLostPlaceholders(source, target)).toEqual([note]);
  expect(listLostPlaceholders(source, source)).toEqual([]);
});
