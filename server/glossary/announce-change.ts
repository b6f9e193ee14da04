import { notifyProject } from "#server/collab/notify.ts";
import { noteConceptChange } from "#server/glossary/read-glossary.ts";

/** Tells every reader of the glossary that a concept has changed: the memory here, and the open pages of the project. */
export function announceChange(projectId: string, conceptId: string): void {
  noteConceptChange(projectId, conceptId);
  notifyProject(projectId, { type: "changed", what: "glossary", articleId: null, segmentId: null });
}
