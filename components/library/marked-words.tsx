import { findSnippet, fold } from "#core/text/find-words.ts";

/** A text with the first place of the words marked, if it has them. */
export function MarkedWords({ text, words }: { readonly text: string; readonly words: string }) {
  const found = findSnippet(text, fold(words), Number.POSITIVE_INFINITY);
  if (found === null) return text;
  return (
    <>
      {found.before}
      <mark className="bg-seal-wash text-inherit">{found.words}</mark>
      {found.after}
    </>
  );
}
