import type { JobAnswer } from "#client/exporting/job-requests.ts";
import type { ExportOptions } from "#core/exporting/options.ts";

/**
 * The first page as an image: the address of a blob for `<img>`, to be given back with `URL.revokeObjectURL`. What is aborted
 * answers "unreachable".
 */
export async function fetchPreview(
  articleId: string,
  { layout, paper, numbers }: ExportOptions,
  signal: AbortSignal,
): Promise<JobAnswer<string>> {
  const query = new URLSearchParams({ layout, paper, numbers: String(numbers) });
  try {
    const response = await fetch(`/api/articles/${articleId}/preview?${query}`, { signal });
    if (response.ok) return { ok: true, value: URL.createObjectURL(await response.blob()) };
    // The shape that `server/route.ts` answers with.
    const { error } = (await response.json()) as {
      error: Extract<JobAnswer<never>, { ok: false }>["failure"];
    };
    return { ok: false, failure: error };
  } catch {
    return { ok: false, failure: "unreachable" };
  }
}
