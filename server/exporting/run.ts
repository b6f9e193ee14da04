/** A piece of a line as the template prints it. */
import type { FormulaImage } from "./typeset-formula.ts";

export type Run = {
  /** The first mark of a note brings the note to its page, a later one (`note-again`) leads there. */
  readonly type: "text" | "break" | "turn" | "gap" | "formula" | "note" | "note-again";
  readonly text: string;
  readonly marks: readonly string[];
  readonly href: string | null;
  readonly formula: FormulaImage | null;
  /** True when it stays on the line where the run before it ends. */
  readonly isHeld: boolean;
};
