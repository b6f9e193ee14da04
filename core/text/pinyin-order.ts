/** The order of dictionaries: syllable by syllable, each by its letters and then by its tone. */

/** A syllable, tone marks apart. A consonant before a vowel begins the next one; before any other vowel stands an apostrophe. */
const syllable = /(?:[zcs]h|[b-df-hj-np-tw-z])?(?:[aeiou]\p{M}*)+(?:ng?|r)?(?![aeiou])/gu;
/** Macron, acute, caron and grave, in the order of the tones that they mark. */
const toneMarks = ["\u0304", "\u0301", "\u030c", "\u0300"];
/** Of a syllable without a mark. */
const neutralTone = 5;

/** Sorts as text. Takes pinyin with tone marks, joined by word; what is no pinyin stays as it is. */
export function buildPinyinKey(pinyin: string): string {
  return (
    pinyin
      .normalize("NFD")
      .toLowerCase()
      .replace(syllable, (letters) => ` ${letters}${readTone(letters)} `)
      // After "u" and before "ua": the colon comes between digits and letters.
      .replaceAll("u\u0308", "u:")
      .replace(/\p{M}/gu, "")
      .replace(/[\s'’]+/gu, " ")
      .trim()
  );
}

function readTone(letters: string): number {
  const tone = toneMarks.findIndex((mark) => letters.includes(mark)) + 1;
  return tone === 0 ? neutralTone : tone;
}
