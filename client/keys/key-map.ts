/** Every key of the workbench as data: the handler, the help and the command menu read this one list. */

/** How the key itself is recognised: by its place on the keyboard, so that it works in every layout. */
export type KeyBinding = {
  readonly id: KeyId;
  /** `KeyboardEvent.code` values. */
  readonly codes: readonly string[];
  readonly mod?: boolean;
  readonly alt?: boolean;
  readonly shift?: boolean;
  /** What is printed on the keys, in the help. */
  readonly shown: readonly string[];
  readonly group: "segment" | "text" | "find" | "help";
};

const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];
const digitCodes = digits.map((digit) => `Digit${digit}`);

export const keyIds = [
  "confirm",
  "previous",
  "next",
  "leave",
  "copySource",
  "insertTerm",
  "carryOver",
  "undo",
  "redo",
  "termCard",
  "proposeTerm",
  "find",
  "goTo",
  "copyLink",
  "export",
  "commands",
  "help",
] as const;
export type KeyId = (typeof keyIds)[number];

export const keyMap: readonly KeyBinding[] = [
  { id: "confirm", codes: ["Enter", "NumpadEnter"], mod: true, shown: ["Ctrl", "↵"], group: "segment" },
  { id: "previous", codes: ["ArrowUp"], alt: true, shown: ["Alt", "↑"], group: "segment" },
  { id: "next", codes: ["ArrowDown"], alt: true, shown: ["Alt", "↓"], group: "segment" },
  { id: "leave", codes: ["Escape"], shown: ["Esc"], group: "segment" },
  { id: "copyLink", codes: ["KeyL"], alt: true, shift: true, shown: ["Alt", "Shift", "L"], group: "segment" },
  { id: "insertTerm", codes: digitCodes, mod: true, shown: ["Ctrl", "1…9"], group: "text" },
  {
    id: "carryOver",
    codes: digitCodes,
    mod: true,
    shift: true,
    shown: ["Ctrl", "Shift", "1…9"],
    group: "text",
  },
  { id: "copySource", codes: ["KeyS"], alt: true, shift: true, shown: ["Alt", "Shift", "S"], group: "text" },
  { id: "undo", codes: ["KeyZ"], mod: true, shown: ["Ctrl", "Z"], group: "text" },
  { id: "redo", codes: ["KeyZ"], mod: true, shift: true, shown: ["Ctrl", "Shift", "Z"], group: "text" },
  { id: "redo", codes: ["KeyY"], mod: true, shown: ["Ctrl", "Y"], group: "text" },
  { id: "termCard", codes: ["KeyG"], alt: true, shown: ["Alt", "G"], group: "text" },
  { id: "proposeTerm", codes: ["KeyT"], alt: true, shown: ["Alt", "T"], group: "text" },
  { id: "find", codes: ["KeyF"], mod: true, shown: ["Ctrl", "F"], group: "find" },
  { id: "goTo", codes: ["KeyG"], mod: true, shown: ["Ctrl", "G"], group: "find" },
  { id: "export", codes: ["KeyE"], alt: true, shift: true, shown: ["Alt", "Shift", "E"], group: "help" },
  { id: "commands", codes: ["KeyK"], mod: true, shown: ["Ctrl", "K"], group: "help" },
  { id: "help", codes: ["Slash"], mod: true, shown: ["Ctrl", "/"], group: "help" },
];

/** The part of a KeyboardEvent that decides. */
export type KeyPress = Pick<
  KeyboardEvent,
  "code" | "keyCode" | "isComposing" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey"
>;

/** True for the keys of an input method at work; 229 is what browsers report for the press that ends a composition. */
export function isComposing({ isComposing, keyCode }: Pick<KeyPress, "isComposing" | "keyCode">): boolean {
  return isComposing || keyCode === 229;
}

/** A recognised key; `digit` is from 1 for the keys that count, else null. */
export type KeyHit = { readonly id: KeyId; readonly digit: number | null };

/** The binding that a key press means, null for none and always while an input method is composing. */
export function findKey(press: KeyPress): KeyHit | null {
  if (isComposing(press)) return null;
  const mod = press.ctrlKey || press.metaKey;
  const found = keyMap.find(
    (key) =>
      key.codes.includes(press.code) &&
      (key.mod ?? false) === mod &&
      (key.alt ?? false) === press.altKey &&
      (key.shift ?? false) === press.shiftKey,
  );
  if (!found) return null;
  const digit = /^Digit([1-9])$/.exec(press.code)?.[1];
  return { id: found.id, digit: digit ? Number(digit) : null };
}
