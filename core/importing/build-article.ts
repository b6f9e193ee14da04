/** The last step of every reader: title, header and blocks become an article, if there is Chinese text in it. */
import type { BlockList } from "./block-list.ts";
import { cleanText } from "./clean-text.ts";
import { checkLimit } from "./limits.ts";
import type { ArticleSource, ParsedArticle } from "./parsed-article.ts";
import { readHeader } from "./read-header.ts";
import { buildRefusal } from "./refusals.ts";
import type { SplitFile } from "./split-file.ts";
import type { WarningLog } from "./warnings.ts";

type Parts = {
  readonly source: ArticleSource;
  readonly file: Pick<SplitFile, "title" | "meta">;
  readonly blocks: BlockList;
  readonly warnings: WarningLog;
};

/** Puts title, header and blocks together; refuses what holds no Chinese text. */
export function buildArticle({ source, file, blocks, warnings }: Parts): ParsedArticle {
  const title =
    file.title === null ? null : cleanText(file.title, warnings).replace(/\s+/g, " ").trim() || null;
  checkLimit("characters", title?.length ?? 0);
  const header = readHeader(file.meta, warnings);
  const found = blocks.finish(title);
  if (found.segments.every((segment) => segment.kind === "title") && !found.blocks.some(isContent)) {
    throw buildRefusal("no-text");
  }
  if (!found.segments.some(({ text }) => /\p{Script=Han}/u.test(text))) throw buildRefusal("no-chinese");
  warnOfOpenEnd(found.segments.findLast(({ kind }) => kind !== "footnote")?.text ?? "", warnings);
  return { source, title, ...header, ...found, warnings: warnings.list() };
}

function isContent(block: ParsedArticle["blocks"][number]): boolean {
  return block.kind !== "spacer" && block.kind !== "divider";
}

/** A long last paragraph that stops at a comma or with dots was most likely cut by a feed or a paywall. */
function warnOfOpenEnd(text: string, warnings: WarningLog): void {
  if (text.length >= 40 && /([，、；,]|\.\.\.|…)$/.test(text)) warnings.add("truncated");
}
