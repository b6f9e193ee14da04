/** The body of a request, read with a cap: beyond it the rest is thrown away as it comes. */
import { AppError } from "#core/errors.ts";

/** What a form or an order may take. */
const jsonLimit = 16 * 1024;
/** A body that is too large is read on to this much, so that the browser hears the answer instead of a broken pipe. */
const drainLimit = 128 * 1024 * 1024;

/** The body, at most `limit` bytes of it. Throws `too-large`, which names `told` as the limit. */
export async function readBody(
  request: Request,
  limit: number,
  told = limit,
): Promise<Uint8Array<ArrayBuffer>> {
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
    throw new AppError("too-large", { what: "bytes", limit: told, value: size });
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** A small body as JSON; null when it is none. Throws `too-large` above 16 KB. */
export async function readJson(request: Request): Promise<unknown> {
  return parseJson(await readBody(request, jsonLimit));
}

/** Bytes as JSON; what is none becomes null, which fails every schema. */
export function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return null;
  }
}
