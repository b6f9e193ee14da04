/** Without storage, as in some private windows. What the browser keeps is proven in e2e/refusals.spec.ts. */
import { expect, test } from "vitest";
import type { SetAside } from "./session-types.ts";
import { SetAsideStore } from "./set-aside-store.ts";

function aText(id: string): SetAside {
  return { id, reason: "quota", at: 1000, fileName: "duizhao.txt", text: `text of ${id}` };
}

test("texts are kept in memory, reworded and discarded one by one, and each change is heard", async () => {
  const store = new SetAsideStore("member", "article");
  const seen: string[][] = [];
  store.changed.add(() => seen.push(store.list().map(({ text }) => text)));
  await store.load();
  await store.put(aText("a"));
  await store.put(aText("b"));
  await store.put({ ...aText("a"), text: "what was really lost" });
  await store.discard("b");
  await store.discard("a");
  expect(seen).toEqual([
    [],
    ["text of a"],
    ["text of a", "text of b"],
    ["text of b", "what was really lost"],
    ["what was really lost"],
    [],
  ]);
});
