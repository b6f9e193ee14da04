/** Lets lines end inside what no line has room for: names and numbers, rows of one mark, words that are held together. */

/** Where a line may end inside of a word: the template prints nothing for it. */
export const lineEnd = "\u200b";

/** How many em a text may be wide, and whether its words are hyphenated. */
export type TextPlace = { readonly width: number; readonly isHyphenated: boolean };
/** Where nobody says more; a formula there may be as wide. */
export const column: TextPlace = { width: 20, isHyphenated: false };

/** Letters that fit into an em, of names and numbers, and of words: these are seldom capitals. */
const [lettersPerEm, wordLettersPerEm] = [1.7, 1.9];
/** Letters and marks that stay together where there is room, and letters that always do. */
const [letterLimit, markLimit, leastLetters] = [30, 15, 3];

/** A code point in the place of a character, as `renderCodePoint` writes it. */
const codePoint = String.raw`\[U\+[\dA-F]{4,6}\]`;
const codePointEnd = new RegExp(String.raw`${codePoint}(?=[\[\p{L}\p{N}])`, "gu");
/** What has no natural end of a line inside: letters and marks of all scripts but those of East Asia. */
const letter = String.raw`(?!${codePoint})[\x21-\x7e\u00a1-\u1fff]`;
const mark = String.raw`[\p{P}\p{S}\u30fc\u00a0]`;
/** An address breaks by itself beside these marks, unless it is broken before them. */
const addressPart = /[^/?&=#]+|[/?&=#]+/gu;
const addressJoint = /[/?&=#]+(?=[^/?&=#\u200b])/gu;
/** Where a name falls apart by itself: after its marks, and between the words that it is written of. */
const joint = /[_.\-/](?=[\p{L}\p{N}])|\p{Ll}(?=\p{Lu})/gu;
const oneWord = /^[^\p{L}\p{N}]*[\p{L}\p{M}]+[^\p{L}\p{N}]*$/u;
/** A dash and an ellipsis of Chinese are two marks each. */
const markPair = /..(?=.)/gu;
const mixedMarks = /(.)\1?(?!\1)(?=.)/gu;
const stretch = /[^ \t\n]+/g;
const noBreakSpaces = /[\u00a0\u2007\u202f]+/g;
/** Words from which on no-break spaces hold none of them together. */
const joinedWords = 4;

type Room = { readonly letters: number; readonly words: number; readonly marks: number };

/** The text with the ends of lines that it needs; `broken` are the long tokens among what may be broken. */
export function allowBreaks(
  text: string,
  place: TextPlace = column,
): { readonly text: string; readonly broken: readonly string[] } {
  const room = measureRoom(place);
  const broken: string[] = [];
  const row = `(${mark})\\1{${room.marks},}|(${mark}{2})\\2{${Math.ceil(room.marks / 2)},}`;
  const mixed = String.raw`((?:(?!${letter})\p{P}){${room.marks + 1},})`;
  const long = new RegExp(`(?:${letter}){${room.letters + 1},}|${row}|${mixed}`, "gu");
  const apart = text.replace(stretch, separateWords).replace(long, (token, one, two, marks) => {
    if (one ?? two) return token.replace(markPair, `$&${lineEnd}`);
    if (marks) return token.replace(mixedMarks, `$&${lineEnd}`);
    const parts = breakToken(token, room);
    if (parts !== token && token.length > letterLimit) broken.push(token);
    return parts;
  });
  return { text: apart.replace(codePointEnd, `$&${lineEnd}`), broken };
}

function measureRoom({ width, isHyphenated }: TextPlace): Room {
  const hold = (perEm: number) => Math.max(leastLetters, Math.min(letterLimit, Math.floor(perEm * width)));
  return {
    letters: hold(lettersPerEm),
    words: isHyphenated ? letterLimit : hold(wordLettersPerEm),
    marks: Math.min(markLimit, hold(1)),
  };
}

function separateWords(joined: string): string {
  return joined.split(noBreakSpaces).length < joinedWords ? joined : joined.replace(noBreakSpaces, " ");
}

function breakToken(token: string, room: Room): string {
  if (!token.includes("://")) return breakPart(token, room);
  const parts = token.replace(addressPart, (part) =>
    part.length > room.letters ? breakPart(part, room) : part,
  );
  return parts === token ? token : parts.replace(addressJoint, `$&${lineEnd}`);
}

/** At its joints, and in steps where the parts between them are still too long. */
function breakPart(token: string, { letters, words }: Room): string {
  if (oneWord.test(token) && token.length <= words) return token;
  const parts = token.replace(joint, `$&${lineEnd}`).split(lineEnd);
  return parts
    .map((part) => {
      const limit = oneWord.test(part) ? words : letters;
      return part.length > limit ? part.replace(buildSteps(limit), `$&${lineEnd}`) : part;
    })
    .join(lineEnd);
}

/** No step ends before a mark that stands over or under its letter. */
function buildSteps(limit: number): RegExp {
  return new RegExp(String.raw`.{${Math.ceil(limit / 2)}}(?=\P{M})`, "gu");
}
