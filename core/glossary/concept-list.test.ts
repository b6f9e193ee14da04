import { expect, test } from "vitest";
import { finishSteps } from "../steps.ts";
import type { ConceptState, StoredConcept } from "./concept.ts";
import { ConceptList } from "./concept-list.ts";

type Given = { id: string; zh: string; pinyin?: string; state?: ConceptState };

function aConcept({ id, zh, pinyin = id, state = "approved" }: Given): StoredConcept {
  const term = { id: zh, language: "zh" as const, text: zh, status: "preferred" as const, pinyin };
  return { id, state, definition: "", domain: "", note: "", proposedBy: "Ana", changedAt: 1, terms: [term] };
}

const bend = aConcept({ id: "bend", zh: "弯道超车", pinyin: "wāndào chāochē" });
const arch = aConcept({ id: "arch", zh: "拱桥", pinyin: "gǒngqiáo" });
const closure = aConcept({ id: "closure", zh: "合龙", pinyin: "hélóng", state: "proposed" });
const buildList = () => finishSteps(ConceptList.build([bend, arch, closure]));
const listIds = (list: ConceptList) => list.ordered.map(({ concept }) => concept.id);

test("proposals come first, then by pinyin, and a change moves a concept to its new place", () => {
  const list = buildList();
  expect(listIds(list)).toEqual(["closure", "arch", "bend"]);
  list.set({ ...closure, state: "approved" });
  expect(listIds(list)).toEqual(["arch", "closure", "bend"]);
  list.set(aConcept({ id: "new", zh: "桥", pinyin: "qiáo" }));
  expect(listIds(list)).toEqual(["arch", "closure", "new", "bend"]);
  expect(list.find("closure")?.state).toBe("approved");
});

test("the same Chinese term in two current concepts is a conflict, as long as both are current", () => {
  const list = buildList();
  const second = aConcept({ id: "second", zh: "拱桥", state: "proposed" });
  list.set(second);
  expect(["arch", "second", "bend"].filter((id) => list.isConflict(id))).toEqual(["arch", "second"]);
  list.set({ ...second, state: "rejected" });
  expect(["arch", "second"].filter((id) => list.isConflict(id))).toEqual([]);
  list.set(second);
  list.set({ ...arch, terms: [] });
  expect(["arch", "second"].filter((id) => list.isConflict(id))).toEqual([]);
});

test("a new version of the terms begins when they change, not with a decision that leaves them current", () => {
  const list = buildList();
  const { termsVersion } = list;
  list.set({ ...closure, state: "approved", definition: "Meeting in the middle." });
  expect(list.termsVersion).toBe(termsVersion);
  list.set({ ...closure, state: "rejected" });
  expect(list.termsVersion).toBeGreaterThan(termsVersion);
});
