import { expect, test } from "vitest";
import { type ConceptForm, listTerms, mergeForms, readForm } from "./concept-form.ts";

const base: ConceptForm = {
  chinese: "弯道超车",
  preferred: "overtake on the bend",
  admitted: "",
  forbidden: "overtake",
  definition: "",
  domain: "economy",
  note: "",
};

test("what another person changed and I did not is taken, what I typed stays, and where we differ both are told", () => {
  const mine = { ...base, definition: "Mine.", domain: "trade", note: "same" };
  const theirs = { ...base, preferred: "overtake on the curve", domain: "finance", note: "same" };
  expect(mergeForms(base, mine, theirs)).toEqual({
    form: { ...mine, preferred: "overtake on the curve" },
    clashes: ["domain"],
  });
});

test("a form says the terms of its concept, and keeps the superseded ones that it does not show", () => {
  const term = (id: string, language: "zh" | "en", status: "preferred" | "superseded" | "deprecated") => ({
    id,
    language,
    text: id,
    status,
    pinyin: null,
  });
  const concept = {
    id: "1",
    state: "approved" as const,
    definition: "",
    domain: "",
    note: "",
    proposedBy: "Ana",
    terms: [
      term("拱桥", "zh", "preferred"),
      term("arch", "en", "deprecated"),
      term("vault", "en", "superseded"),
    ],
  };
  const form = { ...readForm(concept), preferred: " arch bridge ", admitted: "one\n\n two " };
  expect(listTerms(form, concept).map(({ text, status }) => `${text}: ${status}`)).toEqual([
    "拱桥: preferred",
    "arch bridge: preferred",
    "one: admitted",
    "two: admitted",
    "arch: deprecated",
    "vault: superseded",
  ]);
});
