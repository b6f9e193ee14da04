/** What a browser sends to be imported, read with a cap: beyond it the rest is thrown away as it comes. */
import { z } from "zod";
import { AppError } from "#core/errors.ts";
import { importLimits } from "#core/importing/limits.ts";
import { parseJson, readBody } from "#server/read-body.ts";
import type { ImportInput } from "./staging.ts";

/** A file at its limit inside a multipart body, or a clipboard with both of its texts escaped as JSON. */
const bodyLimit = 2 * importLimits.bytes + 1024 * 1024;

const pasteSchema = z.object({ html: z.string().nullable(), text: z.string() });

/** A multipart `file`, or JSON `{ html, text }`. Throws `too-large` and `invalid-input`. */
export async function readImportRequest(request: Request): Promise<ImportInput> {
  const type = request.headers.get("content-type") ?? "";
  const body = await readBody(request, bodyLimit, importLimits.bytes);
  if (type.startsWith("application/json")) {
    const pasted = pasteSchema.safeParse(parseJson(body));
    if (!pasted.success) throw new AppError("invalid-input", { field: "text" });
    return { kind: "paste", ...pasted.data };
  }
  const form = await new Response(body, { headers: { "content-type": type } }).formData().catch(() => null);
  const file = form?.get("file");
  if (!(file instanceof File)) throw new AppError("invalid-input", { field: "file" });
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { kind: "file", fileName: cleanFileName(file.name), bytes };
}

/** The last part of a name, without control characters; kept for people, never used as a path. */
function cleanFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  return (
    last
      .replace(/\p{Cc}/gu, "")
      .slice(0, 200)
      .toWellFormed() || "file"
  );
}
