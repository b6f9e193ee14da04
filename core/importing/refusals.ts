/** Why bytes are no article: the reasons of AppError `unreadable-file`, with a sentence each for the command line. */
import { AppError } from "../errors.ts";

/** The English sentences of `messages/en/importing-refusals.json`; a test keeps both alike. */
export const refusalSentences = {
  empty: "The file is empty.",
  gbk: "The file is written in GBK, not UTF-8. Save it as UTF-8 in a text editor and import it again.",
  encoding: "The file’s text encoding is not UTF-8. Save it as UTF-8 in a text editor and import it again.",
  pdf: "This is a PDF. Duizhao reads saved Zhihu answers (text files) and pasted text.",
  image: "This is a picture. Duizhao reads saved Zhihu answers (text files) and pasted text.",
  archive:
    "This is a Word, EPUB or zip file or another packed file. Duizhao reads saved Zhihu answers (text files) and pasted text.",
  binary: "This is not a text file. Duizhao reads saved Zhihu answers (text files) and pasted text.",
  json: "This is a JSON data file, not a saved answer.",
  "index-list": "This is a list of answers, not an answer. Import the answers’ own files.",
  "no-text": "The file holds no text to translate.",
  "no-chinese": "The file holds no Chinese text.",
} as const;

export type RefusalReason = keyof typeof refusalSentences;

// Object.keys is typed as string[]; the object is constant and has no other keys.
export const refusalReasons = Object.keys(refusalSentences) as RefusalReason[];

/** The error that says why something could not be read. */
export function buildRefusal(reason: RefusalReason): AppError {
  return new AppError("unreadable-file", { reason });
}
