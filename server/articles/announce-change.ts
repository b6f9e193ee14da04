import type { ChangedFact } from "#core/articles/collab-messages.ts";
import { notifyArticle, notifyProject } from "#server/collab/notify.ts";

type Place = {
  readonly projectId: string;
  readonly articleId: string;
  readonly segmentId?: string;
};

/** Tells whoever has the article open, and the project's room (its library shows the article too), that a fact changed. */
export function announceChange(what: ChangedFact, { projectId, articleId, segmentId }: Place): void {
  const message = { type: "changed" as const, what, articleId, segmentId: segmentId ?? null };
  notifyArticle(articleId, message);
  notifyProject(projectId, message);
}
