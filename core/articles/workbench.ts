/** An open article as the workbench receives it: its structure, its text as last stored, and the facts beside it. */
import type { ArticleSource, ImportWarning, Permission } from "../importing/parsed-article.ts";
import type { Member } from "../people/permissions.ts";
import type { Block, SegmentKind } from "./blocks.ts";
import type { Inline } from "./inline.ts";
import type { Confirmation } from "./states.ts";

export type WorkbenchArticle = {
  readonly id: string;
  readonly projectId: string;
  /** What lists call it: the plain text of segment 1 until somebody renames it. */
  readonly title: string;
  readonly source: ArticleSource;
  readonly sourceUrl: string | null;
  readonly author: string | null;
  readonly permission: Permission;
  readonly votes: number | null;
  /** As the file says it. */
  readonly updatedAtText: string | null;
  readonly warnings: readonly ImportWarning[];
  readonly isSample: boolean;
  /** Milliseconds since 1970; null while it is in the library. */
  readonly trashedAt: number | null;
};

export type WorkbenchSegment = {
  readonly id: string;
  /** From 1, the title. */
  readonly number: number;
  readonly kind: SegmentKind;
  readonly pid: string | null;
  /** Index into `blocks`; null for the title. */
  readonly block: number | null;
  /** Ordinal of its part, from 0. */
  readonly part: number;
  readonly source: readonly Inline[];
  readonly sourceText: string;
  readonly sourceHash: string;
  /** What the last store found; the Y.Doc is the truth once it has arrived. */
  readonly target: readonly Inline[];
  readonly targetHash: string;
  /** False when the text holds what the text schema does not know: no editor mounts on it. */
  readonly targetValid: boolean;
};

export type WorkbenchPart = { readonly id: string; readonly ordinal: number; readonly epoch: number };

/** `at` and `withdrawnAt` are milliseconds since 1970. */
export type WorkbenchConfirmation = Confirmation & {
  readonly id: string;
  readonly segmentId: string;
  readonly memberName: string;
  readonly at: number;
  readonly withdrawnAt: number | null;
  readonly withdrawnBy: string | null;
  /** Why it was sent back; null when it was merely taken back. */
  readonly withdrawnReason: string | null;
};

export type WorkbenchMember = Member & {
  /** A fictional member who came with the sample. */
  readonly isSample: boolean;
};

export type Workbench = {
  readonly article: WorkbenchArticle;
  readonly blocks: readonly Block[];
  /** By number: the segment with number n is `segments[n - 1]`. */
  readonly segments: readonly WorkbenchSegment[];
  readonly parts: readonly WorkbenchPart[];
  /** Oldest first, withdrawn ones too. */
  readonly confirmations: readonly WorkbenchConfirmation[];
  readonly members: readonly WorkbenchMember[];
  readonly me: Member;
  /** Where this member left off; null on the first visit. */
  readonly resumeSegmentId: string | null;
};
