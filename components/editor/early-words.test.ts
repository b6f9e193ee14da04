import { expect, test } from "vitest";
import * as Y from "yjs";
import { segmentCharacterLimit } from "#core/articles/blocks.ts";
import { insertAt } from "#core/articles/fragment-range.ts";
import { renderPlainText } from "#core/articles/inline.ts";
import { readTarget } from "#core/articles/part-text.ts";
import { EarlyWords } from "./early-words.ts";

function aText(text: string) {
  const fragment = new Y.Doc().getXmlFragment("t");
  insertAt(fragment, 0, [{ type: "text", text }]);
  return { fragment, read: () => renderPlainText(readTarget(fragment).content) };
}

test("words that nobody had to keep go to where the row was clicked", () => {
  const { fragment, read } = aText("A bridge");
  const early = new EarlyWords();
  early.text = "stone\ntwo";
  expect(early.handOver(fragment, { x: 5, y: 5 }, false)).toEqual({
    caret: { x: 5, y: 5 },
    words: [{ type: "text", text: "stone" }, { type: "break" }, { type: "text", text: "two" }],
  });
  expect(read()).toBe("A bridge");
});

test("words that were kept are followed by the later ones, and by the caret", () => {
  const { fragment, read } = aText("A bridge");
  const early = new EarlyWords();
  for (const text of [" of", " stone"]) {
    early.text = text;
    early.keep(fragment);
  }
  early.text = ", old";
  expect(early.handOver(fragment, "start", false)).toEqual({ caret: "end", words: [] });
  expect(read()).toBe("A bridge of stone, old");
});

test("words that were sent to the start stand there in their order", () => {
  const { fragment, read } = aText("bridge");
  const early = new EarlyWords();
  early.caret = "start";
  for (const text of ["A ", "stone "]) {
    early.text = text;
    early.keep(fragment);
  }
  expect(read()).toBe("A stone bridge");
});

test("a text does not grow over its limit; what makes too much of it shorter is taken", () => {
  const { fragment } = aText("x".repeat(segmentCharacterLimit - 4));
  const early = new EarlyWords();
  expect(early.take("fits", fragment)).toBe(true);
  expect(early.take("fits!", fragment)).toBe(false);
  expect(early.text).toBe("fits");
  insertAt(fragment, 0, [{ type: "text", text: "of others" }]);
  expect(early.take("fit", fragment)).toBe(true);
  expect(early.take("fits", fragment)).toBe(false);
  expect(early.text).toBe("fit");
});

test("who has left gets no words at a caret that is not theirs", () => {
  const { fragment, read } = aText("A bridge");
  const early = new EarlyWords();
  early.text = " of stone";
  expect(early.handOver(fragment, "start", true)).toMatchObject({ words: [] });
  expect(read()).toBe("A bridge of stone");
  expect(early.handOver(fragment, "start", false)).toEqual({ caret: "start", words: [] });
});
