import { z } from "zod";
import { exportLayouts, paperSizes } from "#core/exporting/options.ts";

/** What the options of a request must look like (`ExportOptions`). */
export const exportOptionsSchema = z.strictObject({
  layout: z.enum(exportLayouts),
  paper: z.enum(paperSizes),
  numbers: z.boolean(),
});
