import { z } from "zod";
import { exportLayouts, imprintLanguages, paperSizes, signatureLimit } from "#core/exporting/options.ts";

/** What the options of a request must look like (`ExportOptions`). */
export const exportOptionsSchema = z.strictObject({
  layout: z.enum(exportLayouts),
  paper: z.enum(paperSizes),
  language: z.enum(imprintLanguages),
  signature: z.string().trim().max(signatureLimit),
  numbers: z.boolean(),
});
