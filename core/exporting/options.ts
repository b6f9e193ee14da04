/** What one may choose for an export, and how its job is told. */

export const exportLayouts = ["columns"] as const;
export type ExportLayout = (typeof exportLayouts)[number];
export const paperSizes = ["a4", "letter"] as const;
export type PaperSize = (typeof paperSizes)[number];

export const imprintLanguages = ["en", "zh-CN"] as const;
export type ImprintLanguage = (typeof imprintLanguages)[number];

/** Characters. */
export const signatureLimit = 80;

export type ExportOptions = {
  readonly layout: ExportLayout;
  readonly paper: PaperSize;
  /** Of the facts under the title: who wrote, translated and reviewed it, and when. */
  readonly language: ImprintLanguage;
  /** What who exports is called in the file; empty for their name as a member. */
  readonly signature: string;
  readonly numbers: boolean;
};
export const defaultExportOptions: ExportOptions = {
  layout: "columns",
  paper: "a4",
  language: "en",
  signature: "",
  numbers: true,
};

export const jobStates = ["waiting", "running", "done", "failed", "cancelled"] as const;
export type JobState = (typeof jobStates)[number];
export const jobStages = ["waiting", "collecting", "setting", "writing", "done"] as const;
export type JobStage = (typeof jobStages)[number];

/** What the export had to replace, so that the dialog can say it: e.g. a character that no font has. */
export type ExportNotice = {
  readonly code:
    | "missing-glyph"
    | "control-removed"
    | "long-token-broken"
    | "formula-as-code"
    | "invalid-target";
  /** The number of the segment, from 1. */
  readonly segment: number;
  /** The character as U+XXXX, the formula's TeX …: plain text. */
  readonly detail: string;
};
