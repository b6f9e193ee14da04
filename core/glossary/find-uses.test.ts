import { expect, test } from "vitest";
import { finishSteps } from "../steps.ts";
import { buildUseFinder } from "./find-uses.ts";

type Terms = Readonly<Record<string, readonly string[]>>;

const toOwners = (terms: Terms) =>
  new Map(Object.entries(terms).map(([text, ids]) => [text, new Set(ids)] as const));

function findUses(text: string, current: Terms, former: Terms = {}): string[] {
  const find = finishSteps(buildUseFinder({ current: toOwners(current), former: toOwners(former) }));
  return find(text).flatMap(({ start, end, conceptIds }) =>
    [...conceptIds].map((id) => `${id} ${text.slice(start, end)}`),
  );
}

const bend = { 超车: ["overtake"], 弯道超车: ["bend"] };

test.each([
  { text: "追求弯道超车", used: ["bend 弯道超车"] },
  { text: "弯道超车，不如超车，再弯道超车", used: ["bend 弯道超车", "overtake 超车", "bend 弯道超车"] },
  { text: "慢慢走", used: [] },
  { text: "", used: [] },
])("a term inside a longer one is no use of it: $text", ({ text, used }) => {
  expect(findUses(text, bend)).toEqual(used);
});

test("a concept is found by each of its terms, and two with one term both are", () => {
  const arches = { 拱桥: ["arch", "other"], 石拱桥: ["arch"] };
  expect(findUses("石拱桥与拱桥", arches)).toEqual(["arch 石拱桥", "arch 拱桥", "other 拱桥"]);
});

test("a rejected concept takes no place from a current one, and is found where none stands", () => {
  const former = { 弯道超: ["rejected"], 车辆: ["rejected"] };
  expect(findUses("弯道超车的车辆", bend, former)).toEqual(["bend 弯道超车", "rejected 车辆"]);
  expect(findUses("弯道超车", bend, former)).toEqual(["bend 弯道超车"]);
});

test("a term is found however the text writes its characters", () => {
  expect(findUses("\uf900与cafe\u0301", { "\u8c48": ["how"] }, { café: ["coffee"] })).toEqual([
    "how \uf900",
    "coffee cafe\u0301",
  ]);
});

test("a Latin term inside a word is no use of it", () => {
  expect(findUses("用RAID备份，AI也行", { AI: ["ai"] }, { 备份: ["backup"], D: ["d"] })).toEqual([
    "ai AI",
    "backup 备份",
  ]);
});
