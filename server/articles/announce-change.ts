import type { ChangedFact } from "#core/articles/collab-messages.ts";
import { notifyProject } from "#server/collab/notify.ts";

type Place = {
  readonly projectId: string;
  readonly articleId: string;
  readonly segmentId?: string;
};

/** Tells the project's room, in which all are who have the article or the library open, that a fact changed. */
export function announceChange(what: ChangedFact, { projectId, articleId, segmentId }: Place): void {
  notifyProject(projectId, { type: "changed", what, articleId, segmentId: segmentId ?? null });
}
