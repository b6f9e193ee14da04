import { eq } from "drizzle-orm";
import { AppError } from "#core/errors.ts";
import { cleanLine } from "#core/importing/clean-text.ts";
import type { Permission } from "#core/importing/parsed-article.ts";
import { readSourceAddress } from "#core/importing/source-address.ts";
import { WarningLog } from "#core/importing/warnings.ts";
import type { Member } from "#core/people/permissions.ts";
import { getDb, schema, write } from "#db/client.ts";
import { announceChange } from "./announce-change.ts";
import { getArticle } from "./get-article.ts";

export type EditArticleInput = {
  readonly articleId: string;
  /** What lists call the article. Segment 1, the source's own title, stays as it is. */
  readonly title?: string;
  readonly author?: string | null;
  readonly sourceUrl?: string | null;
  readonly permission?: Permission;
};

/**
 * Changes the facts of an article; what is not given stays. Throws as `getArticle`, and `invalid-input` for an empty title
 * or an address that an import would not keep either.
 */
export function editArticle(member: Member, input: EditArticleInput): void {
  const { articleId, sourceUrl, permission } = input;
  const title = input.title === undefined ? undefined : cleanLine(input.title);
  const author = input.author ? cleanLine(input.author) || null : input.author;
  if (title === "") throw new AppError("invalid-input", { field: "title" });
  const { projectId } = getArticle(member, articleId, "edit-article");
  write([
    {
      statement: getDb()
        .update(schema.articles)
        .set({ title, author, ...readSource(sourceUrl), permission, changedAt: Date.now() })
        .where(eq(schema.articles.id, articleId)),
      rows: 1,
    },
  ]);
  announceChange("article", { projectId, articleId });
}

/** The address and the key by which an import recognises it: they change together. */
function readSource(address: string | null | undefined) {
  if (address === undefined) return {};
  if (address === null) return { sourceUrl: null, sourceKey: null };
  const { url, key } = readSourceAddress(address, new WarningLog());
  if (url === null) throw new AppError("invalid-input");
  return { sourceUrl: url, sourceKey: key };
}
