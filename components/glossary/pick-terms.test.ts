import { expect, test } from "vitest";
import { pickTerms } from "./pick-terms.ts";

test("a term in Latin letters is not said again as its own pinyin", () => {
  const concept = {
    id: "c",
    state: "proposed",
    definition: "",
    domain: "",
    note: "",
    proposedBy: "You",
  } as const;
  const term = { language: "zh", status: "preferred" } as const;
  const terms = [
    { ...term, id: "a", text: "BERT", pinyin: "BERT" },
    { ...term, id: "b", text: "大模型", pinyin: "dà móxíng" },
    { ...term, id: "d", text: "P图", pinyin: "P tú" },
  ];
  const { chinese } = pickTerms({ ...concept, terms });
  expect(chinese.map(({ pinyin }) => pinyin)).toEqual([null, "dà móxíng", "P tú"]);
});
