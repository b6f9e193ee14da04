"use client";
import { useTranslations } from "next-intl";
import { flushSync } from "react-dom";
import type { KeyHit } from "#client/keys/key-map.ts";
import type { TargetEditorHandle } from "#components/editor/target-editor-core.ts";
import { pickTerms } from "#components/glossary/pick-terms.ts";
import { useErrorText } from "#components/ui/error-text.tsx";
import { useConfirmNext } from "#components/workbench/use-confirm-next.ts";
import { useWorkbench, type WorkbenchTools } from "#components/workbench/workbench-context.tsx";
import { listCarryOvers } from "#core/articles/carry-over.ts";
import type { WorkbenchSegment } from "#core/articles/workbench.ts";
import type { ConceptEntry } from "#core/glossary/concept.ts";
import { can } from "#core/people/permissions.ts";

type Translator = ReturnType<typeof useTranslations<"workbench">>;

export type Panel = "find" | "goTo" | "commands" | "help" | "termCard" | "proposeTerm" | "export";

/** What each key and each entry of the command menu does. True when it was something to do. */
export function useCommands(open: (panel: Panel) => void): (hit: KeyHit) => boolean {
  const t = useTranslations("workbench");
  const getErrorText = useErrorText();
  const tools = useWorkbench();
  const confirmNext = useConfirmNext();
  return ({ id, digit }) => {
    const segment = findActive(tools);
    switch (id) {
      case "find":
      case "goTo":
      case "commands":
      case "help":
      case "termCard":
      case "export":
        open(id);
        return true;
      case "proposeTerm":
        if (can(tools.data.me, "propose-term", tools.data.article)) open(id);
        else tools.say(getErrorText({ code: "forbidden", details: {} }));
        return true;
      case "undo":
      case "redo":
        return step(tools, id);
      case "previous":
      case "next":
        return move(tools, id === "next" ? 1 : -1);
      case "leave":
        return leave(tools);
      case "copyLink":
        if (segment) void copyLink(segment, t).then(tools.say);
        return segment !== null;
      case "copySource":
        return segment !== null && tools.session.replaceTarget(segment.id, segment.source);
      case "insertTerm":
        return segment !== null && insertTerm(tools, segment, digit ?? 1);
      case "carryOver":
        if (segment && !carryOver(tools, segment, (digit ?? 1) - 1)) tools.say(t("selectForLink"));
        return segment !== null;
      case "confirm":
        if (segment) confirmNext(segment);
        return segment !== null;
    }
  };
}

function findActive(tools: WorkbenchTools): WorkbenchSegment | null {
  const active = tools.model.getActive();
  return active ? (tools.segments.get(active.segmentId) ?? null) : null;
}

function step(tools: WorkbenchTools, id: "undo" | "redo"): boolean {
  const changed = id === "undo" ? tools.session.undo() : tools.session.redo();
  const active = tools.model.getActive();
  if (changed !== null && (changed !== active?.segmentId || !active.isEditing)) tools.reveal(changed);
  return true;
}

function move(tools: WorkbenchTools, by: 1 | -1): boolean {
  const next = tools.model.findNeighbour(by);
  if (next) tools.reveal(next.id, by === 1 ? "start" : "end");
  return true;
}

function leave(tools: WorkbenchTools): boolean {
  const active = tools.model.getActive();
  if (!active?.isEditing) return false;
  // Focus stays on the row that was edited, for the key that may follow at once.
  flushSync(() => tools.model.leave());
  document.querySelector<HTMLElement>(`[data-target="${active.segmentId}"]`)?.focus({ focusVisible: false });
  return true;
}

/** Inserts the n-th term (from 1) of the segment's source. */
function insertTerm(tools: WorkbenchTools, segment: WorkbenchSegment, ordinal: number): boolean {
  const concept = tools.terms.listConcepts(segment.sourceText)[ordinal - 1];
  if (concept) insertConcept(tools, segment.id, concept);
  return true;
}

/** Inserts a concept's rendering at the caret of a segment, which is opened first when it is not being edited. */
export function insertConcept(tools: WorkbenchTools, segmentId: string, concept: ConceptEntry): void {
  const [first] = pickTerms(concept).allowed;
  if (!first) return;
  inEditor(tools, segmentId, (editor) => editor.insert([{ type: "text", text: first.text }]));
}

/**
 * Carries the n-th mark or placeholder of the source over, at the caret or onto the selection. False for a link as long as
 * nothing is selected.
 */
export function carryOver(tools: WorkbenchTools, segment: WorkbenchSegment, index: number): boolean {
  const item = listCarryOvers(segment.source, tools.session.getTarget(segment.id).content)[index];
  if (!item) return true;
  const { carried } = item;
  // Without an editor nothing is selected.
  if (carried.type === "link") return tools.editor.current?.setLink(carried.href) ?? false;
  inEditor(tools, segment.id, (editor) => {
    if (carried.type === "placeholder") editor.insert([carried.placeholder]);
    else editor.toggleMark(carried.mark);
  });
  return true;
}

/** Works in the editor of a segment: at once, or when it is there. */
function inEditor(
  tools: WorkbenchTools,
  segmentId: string,
  work: (editor: TargetEditorHandle) => void,
): void {
  const active = tools.model.getActive();
  const { current: editor } = tools.editor;
  if (editor && active?.segmentId === segmentId && active.isEditing) {
    work(editor);
    return;
  }
  tools.reveal(segmentId);
  whenEditorIsThere(tools, work);
}

/** Frames that a row far away and the editor's code may take. */
const patience = 120;

function whenEditorIsThere(
  tools: WorkbenchTools,
  work: (editor: TargetEditorHandle) => void,
  left = patience,
): void {
  requestAnimationFrame(() => {
    const { current: editor } = tools.editor;
    if (editor) work(editor);
    else if (left > 0) whenEditorIsThere(tools, work, left - 1);
  });
}

/** Says what became of it. */
async function copyLink(segment: WorkbenchSegment, t: Translator): Promise<string> {
  const { href } = new URL(`#segment-${segment.number}`, window.location.href);
  try {
    await navigator.clipboard.writeText(href);
    return t("linkCopied");
  } catch {
    // It may be forbidden, and a page that comes from another computer without TLS has no clipboard.
    return t("linkNotCopied", { link: href });
  }
}
