/** Pinyin with tone marks, joined by word, as dictionaries write it: no tone sandhi. */
import { pinyin } from "pinyin-pro";

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/**
 * The pinyin of a Chinese text: "弯道超车" → "wāndào chāochē". What is no hanzi stays as it is.
 * Polyphones are read by context, and right in about 95 of 100 phrases: let a person correct what matters.
 */
export function renderPinyin(text: string): string {
  const syllables = readSyllables(text);
  const words: string[] = [];
  for (const group of groupCharacters(text)) {
    words.push(
      group.reduce((word, { text: character, at }) => {
        const syllable = syllables.get(at);
        return syllable === undefined ? word + character : joinSyllable(word, syllable);
      }, ""),
    );
  }
  return words.join(" ").replace(/\s+/gu, " ").trim();
}

type Character = { readonly text: string; readonly at: number };

/** Syllables by UTF-16 offset of their hanzi. */
function readSyllables(text: string): Map<number, string> {
  const syllables = new Map<number, string>();
  let at = 0;
  for (const each of pinyin(text, { type: "all", toneSandhi: false })) {
    if (each.isZh) syllables.set(at, each.pinyin);
    at += each.origin.length;
  }
  return syllables;
}

/**
 * Words of the text. The segmenter leaves words it does not know as single characters: a run of them is read in pairs,
 * the commonest length, and three stay together.
 */
function groupCharacters(text: string): Character[][] {
  const groups: Character[][] = [];
  let loose: Character[] = [];
  const settle = () => {
    while (loose.length > 3) groups.push(loose.splice(0, 2));
    if (loose.length > 0) groups.push(loose);
    loose = [];
  };
  for (const { segment, index } of segmenter.segment(text)) {
    const characters = splitCharacters(segment, index);
    if (characters.length === 1 && /\p{Script=Han}/u.test(segment)) {
      loose.push(...characters);
      continue;
    }
    settle();
    groups.push(characters);
  }
  settle();
  return groups;
}

function splitCharacters(segment: string, from: number): Character[] {
  let at = from;
  return [...segment].map((text) => {
    const character = { text, at };
    at += text.length;
    return character;
  });
}

/** An apostrophe parts a syllable that begins with a, e or o from the one before (nǚ'ér). */
function joinSyllable(before: string, next: string): string {
  const opens = /^[aeo]/u.test(next.normalize("NFD"));
  return opens && /\p{L}$/u.test(before) ? `${before}'${next}` : before + next;
}
