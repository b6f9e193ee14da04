"use client";
import { EditConceptDialog } from "#components/glossary/edit-concept-dialog.tsx";
import { ProposeTermDialog } from "#components/glossary/propose-term-dialog.tsx";
import { RejectDialog } from "#components/glossary/reject-dialog.tsx";
import type { ConceptDetail } from "#core/glossary/concept.ts";

export type OpenDialog = "add" | "edit" | "reject";

export type ConceptDialogsProps = {
  readonly open: OpenDialog | null;
  readonly projectId: string;
  readonly concept: ConceptDetail | null;
  readonly onClose: () => void;
  readonly onReject: (concept: ConceptDetail, reason: string) => Promise<boolean>;
  readonly onChanged: () => void;
};

/** The dialog that is open, if any. */
export function ConceptDialogs({
  open,
  projectId,
  concept,
  onClose,
  onReject,
  onChanged,
}: ConceptDialogsProps) {
  if (open === "add") {
    return (
      <ProposeTermDialog
        isOpen
        onOpenChange={onClose}
        projectId={projectId}
        segmentId={null}
        text=""
        onProposed={onChanged}
      />
    );
  }
  if (!concept) return null;
  if (open === "edit") return <EditConceptDialog concept={concept} onClose={onClose} onChanged={onChanged} />;
  if (open === "reject") return <RejectDialog concept={concept} onClose={onClose} onReject={onReject} />;
  return null;
}
