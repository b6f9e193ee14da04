import { expect, test } from "vitest";
import { ArticleFinder, type FindHit } from "./article-finder.ts";

type Target = { text: string; isLoaded: boolean };

/** An article in memory whose targets may be changed, and what the server knows of it. */
function anArticle(
  sources: readonly string[],
  targets: Target[],
  known: Readonly<Record<string, number>> = {},
) {
  const listeners = new Set<(ids: readonly string[]) => void>();
  const asked: string[] = [];
  const finder = new ArticleFinder({
    segments: sources.map((sourceText, index) => ({ id: `s${index + 1}`, number: index + 1, sourceText })),
    readTarget: (id) => targets[Number(id.slice(1)) - 1] ?? { text: "", isLoaded: true },
    subscribeTargets: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    askServer: async (words) => {
      asked.push(words);
      return new Map(Object.entries(known));
    },
  });
  finder.start();
  const change = (number: number, target: Target) => {
    targets[number - 1] = target;
    for (const listener of listeners) listener([`s${number}`]);
  };
  return { finder, asked, change };
}

const show = (hits: readonly FindHit[]) =>
  hits.map(({ number, side, ordinal }) => `${number} ${side} ${ordinal}`);
const nextChange = (finder: ArticleFinder) => new Promise<void>((resolve) => void finder.subscribe(resolve));

test("each place is a hit, in reading order, and changes are followed", () => {
  const { finder, asked, change } = anArticle(
    ["桥上桥下", "石"],
    [
      { text: "bridge", isLoaded: true },
      { text: "桥", isLoaded: true },
    ],
  );
  finder.setWords(" 桥 ");
  expect(show(finder.getHits())).toEqual(["1 source 0", "1 source 1", "2 target 0"]);
  const before = finder.getHits();
  change(1, { text: "still a bridge", isLoaded: true });
  expect(finder.getHits()).toBe(before);
  change(2, { text: "桥，桥", isLoaded: true });
  expect(show(finder.getHits())).toEqual(["1 source 0", "1 source 1", "2 target 0", "2 target 1"]);
  finder.setWords("");
  expect(finder.getHits()).toEqual([]);
  expect(asked).toEqual([]);
});

test("of parts that are not loaded the server tells what was typed and deleted since", async () => {
  const { finder, asked, change } = anArticle(
    ["一", "二", "三"],
    [
      { text: "stone", isLoaded: true },
      { text: "stone, stone", isLoaded: false },
      { text: "", isLoaded: false },
    ],
    { s3: 2 },
  );
  finder.setWords("stone");
  expect(show(finder.getHits())).toEqual(["1 target 0", "2 target 0", "2 target 1"]);
  await nextChange(finder);
  expect(asked).toEqual(["stone"]);
  expect(show(finder.getHits())).toEqual(["1 target 0", "3 target 0", "3 target 1"]);
  change(3, { text: "A stone is a stone", isLoaded: true });
  expect(show(finder.getHits())).toEqual(["1 target 0", "3 target 0", "3 target 1"]);
});
