import { type Answer, readAnswer } from "#client/ask-server.ts";
import type { ExportOptions } from "#core/exporting/options.ts";

/**
 * The first page as an image: the address of a blob for `<img>`, to be given back with `URL.revokeObjectURL`. What is aborted
 * answers "unreachable".
 */
export async function fetchPreview(
  articleId: string,
  { numbers, ...choices }: ExportOptions,
  signal: AbortSignal,
): Promise<Answer<string>> {
  const query = new URLSearchParams({ ...choices, numbers: String(numbers) });
  try {
    const response = await fetch(`/api/articles/${articleId}/preview?${query}`, { signal });
    if (response.ok) return { ok: true, value: URL.createObjectURL(await response.blob()) };
    return readAnswer(response.status, await response.text());
  } catch {
    return { ok: false, failure: "unreachable" };
  }
}
