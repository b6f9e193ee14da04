/** The header fields that are read, by their keys in saved files. */

export const voteKeys: readonly string[] = ["点赞数"];
export const dateKeys: readonly string[] = ["更新时间"];
export const addressKeys: readonly string[] = ["回答url", "文章url", "url"];
/** Lists of books have this field too: it is read in a header, but makes none. */
export const authorKeys: readonly string[] = ["作者", "author"];

/** By any of these the lines at the top are known for a header. */
export const tellingKeys: ReadonlySet<string> = new Set([...voteKeys, ...dateKeys, ...addressKeys]);
