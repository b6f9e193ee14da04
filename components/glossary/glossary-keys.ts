/** Every key of the glossary as data: the handler and the help read this one list. */

export const keyIds = [
  "next",
  "previous",
  "approve",
  "reject",
  "edit",
  "add",
  "search",
  "close",
  "help",
] as const;
export type GlossaryKey = (typeof keyIds)[number];

type KeyBinding = {
  readonly id: GlossaryKey;
  /** `KeyboardEvent.code`: letters by their place, so that they work in every layout. */
  readonly codes: readonly string[];
  /** `KeyboardEvent.key`: signs by what they write, wherever they are. */
  readonly signs: readonly string[];
  readonly shown: readonly string[];
};

export const glossaryKeys: readonly KeyBinding[] = [
  { id: "next", codes: ["KeyJ", "ArrowDown"], signs: [], shown: ["J", "↓"] },
  { id: "previous", codes: ["KeyK", "ArrowUp"], signs: [], shown: ["K", "↑"] },
  { id: "approve", codes: ["KeyA"], signs: [], shown: ["A"] },
  { id: "reject", codes: ["KeyR"], signs: [], shown: ["R"] },
  { id: "edit", codes: ["KeyE"], signs: [], shown: ["E"] },
  { id: "add", codes: ["KeyN"], signs: [], shown: ["N"] },
  { id: "search", codes: [], signs: ["/"], shown: ["/"] },
  { id: "close", codes: ["Escape"], signs: [], shown: ["Esc"] },
  { id: "help", codes: [], signs: ["?"], shown: ["?"] },
];

/** The command of a key press, null for any other key. */
export function findKey({ code, key }: Pick<KeyboardEvent, "code" | "key">): GlossaryKey | null {
  const bySign = glossaryKeys.find(({ signs }) => signs.includes(key));
  return (bySign ?? glossaryKeys.find(({ codes }) => codes.includes(code)))?.id ?? null;
}
