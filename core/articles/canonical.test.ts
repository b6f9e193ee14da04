import { expect, test } from "vitest";
import { buildCanonical, hashContent } from "./canonical.ts";
import type { Inline } from "./inline.ts";

const text = (words: string): Inline => ({ type: "text", text: words });
const bold = (words: string): Inline => ({ type: "text", text: words, marks: ["bold"] });
const lineBreak: Inline = { type: "break" };

test.each<[string, Inline[], Inline[]]>([
  ["nothing", [], []],
  ["nothing that is seen", [lineBreak, text(" \n"), bold("\u3000"), text("")], []],
  ["runs of one style", [text("a"), text(""), text("b"), bold("c"), bold("d")], [text("ab"), bold("cd")]],
  ["an accent in a run of its own", [text("e"), text("\u0301")], [text("é")]],
  ["half a character", [text("a\ud83d"), bold("\udc4d")], [text("a\ufffd"), bold("\ufffd")]],
  ["a character in two runs", [text("\ud83d"), text("\udc4d")], [text("👍")]],
  [
    "space and breaks at the edges",
    [lineBreak, text("  a "), lineBreak, text(" b "), lineBreak],
    [text("a "), lineBreak, text(" b")],
  ],
  ["space of another style at the edges", [bold(" "), text("a"), bold(" ")], [text("a")]],
  [
    "marks in another order",
    [{ type: "text", text: "a", marks: ["code", "bold"] }],
    [{ type: "text", text: "a", marks: ["bold", "code"] }],
  ],
])("%s", (_what, content, canonical) => {
  expect(buildCanonical(content)).toEqual(canonical);
});

test("very many pieces take time in proportion to their number", () => {
  const many = (inline: Inline) => Array.from({ length: 200_000 }, () => inline);
  const start = performance.now();
  expect(hashContent([...many(lineBreak), text("a")])).toBe(hashContent([text("a")]));
  expect(buildCanonical(many(text("e\u0301")))).toEqual([text("é".repeat(200_000))]);
  expect(performance.now() - start).toBeLessThan(5000);
});
