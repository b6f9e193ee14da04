/** What a browser sends to be imported, read with a cap: beyond it the rest is thrown away as it comes. */
import { z } from "zod";
import { AppError } from "#core/errors.ts";
import { importLimits } from "#core/importing/limits.ts";
import type { ImportInput } from "./staging.ts";

/** A file at its limit inside a multipart body, or a clipboard with both of its texts escaped as JSON. */
const bodyLimit = 2 * importLimits.bytes + 1024 * 1024;
/** A body that is too large is read on to this much, so that the browser hears the answer instead of a broken pipe. */
const drainLimit = 128 * 1024 * 1024;

const pasteSchema = z.object({ html: z.string().nullable(), text: z.string() });

/** A multipart `file`, or JSON `{ html, text }`. Throws `too-large` and `invalid-input`. */
export async function readImportRequest(request: Request): Promise<ImportInput> {
  const type = request.headers.get("content-type") ?? "";
  const body = await readBody(request, bodyLimit);
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

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    // What is no JSON fails the schema.
    return null;
  }
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

/** The body, at most `limit` bytes of it. Throws `too-large` with the limit of a file. */
export async function readBody(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    size += next.value.length;
    if (size <= limit) chunks.push(next.value);
    else chunks.length = 0;
    if (size > drainLimit) break;
  }
  if (size > limit) {
    await reader?.cancel();
    throw new AppError("too-large", { what: "bytes", limit: importLimits.bytes, value: size });
  }
  return new Uint8Array(Buffer.concat(chunks));
}
