/** Without storage, as in some private windows. What the browser keeps is proven in e2e/refusals.spec.ts. */
import { expect, test } from "vitest";
import type { SetAside } from "./session-types.ts";
import { SetAsideStore } from "./set-aside-store.ts";

function aText(id: string): SetAside {
  return { id, reason: "quota", at: 1000, fileName: "duizhao.txt", text: `text of ${id}` };
}

test("texts are kept in memory, corrected and discarded one by one, and each change is heard", async () => {
  const store = new SetAsideStore("member", "article");
  const seen: string[][] = [];
  store.changed.add(() => seen.push(store.list().map(({ text }) => text)));
  await store.load();
  await store.add(aText("a"));
  await store.add(aText("b"));
  await store.correct("a", "what was really lost");
  await store.correct("b", null);
  await store.discard("a");
  expect(seen).toEqual([
    [],
    ["text of a"],
    ["text of a", "text of b"],
    ["what was really lost", "text of b"],
    ["what was really lost"],
    [],
  ]);
});
