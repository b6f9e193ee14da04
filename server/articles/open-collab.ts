import { textSchemaVersion } from "#core/articles/inline.ts";
import type { WorkbenchPart } from "#core/articles/workbench.ts";
import type { Member } from "#core/people/permissions.ts";
import { createCollabToken } from "#server/collab/tokens.ts";
import { getArticle } from "./get-article.ts";
import { listParts } from "./get-workbench.ts";

export type OpenedCollab = {
  /** For the socket's auth frame; valid for a minute. */
  readonly token: string;
  readonly schemaVersion: number;
  readonly projectId: string;
  /** Empty for the project's room. */
  readonly parts: readonly WorkbenchPart[];
};

/** Lets a member open an article's parts, or (null) the project's room. Throws as `getArticle`. */
export function openCollab(member: Member, articleId: string | null): OpenedCollab {
  if (articleId !== null) getArticle(member, articleId, "read");
  return {
    token: createCollabToken(member, articleId),
    schemaVersion: textSchemaVersion,
    projectId: member.projectId,
    parts: articleId === null ? [] : listParts(articleId),
  };
}
