"use client";
import { EditConceptDialog } from "#components/glossary/edit-concept-dialog.tsx";
import { KeysDialog } from "#components/glossary/keys-dialog.tsx";
import { ProposeTermDialog } from "#components/glossary/propose-term-dialog.tsx";
import { type OnReject, RejectDialog } from "#components/glossary/reject-dialog.tsx";
import type { ShownFailure } from "#core/errors.ts";
import type { StoredConcept } from "#core/glossary/concept.ts";

export type OpenDialog = {
  readonly kind: "add" | "edit" | "reject" | "keys";
  /** The concept that was chosen then. */
  readonly concept: StoredConcept | null;
};

export type ConceptDialogsProps = {
  readonly open: OpenDialog | null;
  readonly projectId: string;
  /** What was searched for: if it is Chinese, the term to begin with. */
  readonly query: string;
  readonly onClose: () => void;
  readonly onReject: OnReject;
  /** Why the last decision about the concept of the dialog was not taken. */
  readonly failure: ShownFailure | null;
  readonly onOpenConcept: (conceptId: string) => void;
  /** A concept was added or changed. */
  readonly onChanged: (conceptId: string) => void;
};

/** The dialog that is open, if any. */
export function ConceptDialogs(props: ConceptDialogsProps) {
  const { open, projectId, query, onClose, onOpenConcept, onChanged } = props;
  if (open?.kind === "keys") return <KeysDialog onClose={onClose} />;
  if (open?.kind === "add") {
    return (
      <ProposeTermDialog
        onClose={onClose}
        projectId={projectId}
        segmentId={null}
        text={/\p{Script=Han}/u.test(query) ? query.trim() : ""}
        onProposed={onChanged}
        onOpenConcept={onOpenConcept}
      />
    );
  }
  if (!open?.concept) return null;
  const { kind, concept } = open;
  if (kind === "edit") {
    return (
      <EditConceptDialog
        projectId={projectId}
        concept={concept}
        onClose={onClose}
        onOpenConcept={onOpenConcept}
        onChanged={() => onChanged(concept.id)}
      />
    );
  }
  return kind === "reject" ? (
    <RejectDialog concept={concept} onClose={onClose} onReject={props.onReject} failure={props.failure} />
  ) : null;
}
