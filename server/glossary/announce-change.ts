import { notifyProject } from "#server/collab/notify.ts";

/** Tells every open page of the project that the glossary has changed: they fetch it. */
export function announceChange(projectId: string): void {
  notifyProject(projectId, { type: "changed", what: "glossary", articleId: null, segmentId: null });
}
