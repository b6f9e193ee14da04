import { expect, test } from "vitest";
import { combineStatus } from "./session-status.ts";
import type { SessionStatus } from "./session-types.ts";

function aStatus(state: SessionStatus["state"], pending = 0): SessionStatus {
  if (state === "refused") return { state, pending, reason: "quota" };
  return { state, pending, reason: null };
}

test.each<[SessionStatus["state"], SessionStatus[]]>([
  ["refused", [aStatus("saved"), aStatus("not-saved"), aStatus("refused")]],
  ["not-saved", [aStatus("offline"), aStatus("not-saved"), aStatus("saving")]],
  ["signed-out", [aStatus("offline"), aStatus("signed-out"), aStatus("saving")]],
  ["offline", [aStatus("read-only"), aStatus("offline")]],
  ["read-only", [aStatus("loading"), aStatus("read-only")]],
  ["loading", [aStatus("saving"), aStatus("loading")]],
  ["saving", [aStatus("saved"), aStatus("saving"), aStatus("saved")]],
  ["saved", [aStatus("saved"), aStatus("saved")]],
])("the page is %s when its worst part is", (state, parts) => {
  expect(combineStatus(parts, true).state).toBe(state);
});

test("the page counts the changes of all parts, and gives the reason of the worst", () => {
  const parts = [aStatus("saving", 2), aStatus("refused", 3), aStatus("saved")];
  expect(combineStatus(parts, true)).toEqual(aStatus("refused", 5));
});

test("before any part is open it is loading, or offline", () => {
  expect(combineStatus([], true)).toEqual(aStatus("loading"));
  expect(combineStatus([], false)).toEqual(aStatus("offline"));
});
