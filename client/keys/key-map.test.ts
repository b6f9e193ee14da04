import { expect, test } from "vitest";
import { findKey, type KeyPress, keyIds, keyMap } from "./key-map.ts";

const plain: KeyPress = {
  code: "",
  keyCode: 0,
  isComposing: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
};

test("keys are known by their place, whatever the layout prints on them", () => {
  expect(findKey({ ...plain, code: "Digit3", ctrlKey: true })).toEqual({ id: "insertTerm", digit: 3 });
  expect(findKey({ ...plain, code: "Digit3", ctrlKey: true, shiftKey: true })).toEqual({
    id: "carryOver",
    digit: 3,
  });
  expect(findKey({ ...plain, code: "Enter", metaKey: true })).toEqual({ id: "confirm", digit: null });
  expect(findKey({ ...plain, code: "Enter" })).toBeNull();
});

test("no key is taken while an input method composes", () => {
  expect(findKey({ ...plain, code: "Enter", ctrlKey: true, isComposing: true })).toBeNull();
  expect(findKey({ ...plain, code: "Enter", ctrlKey: true, keyCode: 229 })).toBeNull();
});

test("no two bindings share a press, and each id has one", () => {
  const presses = keyMap.flatMap((key) =>
    key.codes.map((code) => [code, key.mod ?? false, key.alt ?? false, key.shift ?? false].join()),
  );
  expect(new Set(presses).size).toBe(presses.length);
  expect(new Set(keyMap.map((key) => key.id))).toEqual(new Set(keyIds));
});
