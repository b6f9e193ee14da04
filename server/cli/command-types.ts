/** What a command asks of whoever has the data open, and what it hears: plain JSON, since it may travel. */
import { z } from "zod";
import { permissions } from "#core/importing/parsed-article.ts";
import { exportOptionsSchema } from "#server/exporting/options-schema.ts";

/** Where a living server takes commands. */
export const commandPath = "/__command";

export const commandSchemas = {
  import: z.object({
    fileName: z.string(),
    /** The file in base64. */
    data: z.string(),
    title: z.string().optional(),
    author: z.string().nullable(),
    permission: z.enum(permissions),
  }),
  set: z.object({ article: z.string(), segment: z.string(), text: z.string() }),
  export: exportOptionsSchema.extend({ article: z.string() }),
  /** An absolute path. */
  backup: z.object({ file: z.string() }),
};

export type CommandName = keyof typeof commandSchemas;
export type CommandArgs<Name extends CommandName> = z.output<(typeof commandSchemas)[Name]>;

export type CommandAnswers = {
  import: {
    readonly id: string;
    readonly title: string;
    readonly warnings: readonly string[];
    readonly segments: readonly { readonly id: string; readonly pid: string | null }[];
  };
  set: { readonly number: number };
  export: { readonly pdf: string; readonly pages: number; readonly notices: readonly string[] };
  backup: { readonly bytes: number };
};
