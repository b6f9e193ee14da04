import { z } from "zod";
import { exportLayouts, imprintLanguages, paperSizes } from "#core/exporting/options.ts";

/** What the options of a request must look like (`ExportOptions`). */
export const exportOptionsSchema = z.strictObject({
  layout: z.enum(exportLayouts),
  paper: z.enum(paperSizes),
  language: z.enum(imprintLanguages),
  numbers: z.boolean(),
});
