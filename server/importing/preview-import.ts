import { AppError } from "#core/errors.ts";
import type { ImportPreview } from "#core/importing/import-preview.ts";
import { can, type Member } from "#core/people/permissions.ts";
import { findExisting } from "./find-existing.ts";
import { readInWorker } from "./read-in-worker.ts";
import { buildOriginal, type ImportInput, stageUpload } from "./staging.ts";

const shownSegments = 4;
/** Characters of each shown segment. */
const shownLength = 200;

/**
 * Reads what was brought, in a worker, and puts it aside for `keepImport`. Nothing enters the library yet.
 * Throws `forbidden` and what the reader throws (`too-large`, `unreadable-file`, `timed-out`).
 */
export async function previewImport(member: Member, input: ImportInput): Promise<ImportPreview> {
  if (!can(member, "import", member)) throw new AppError("forbidden");
  const article = await readInWorker(input);
  const { sha256 } = buildOriginal(input);
  const { source, title, sourceUrl, sourceKey, warnings, segments } = article;
  return {
    token: await stageUpload(member, input),
    source,
    title,
    sourceUrl,
    segmentCount: segments.length,
    warnings,
    existing: findExisting(member.projectId, { sha256, sourceKey }),
    firstSegments: segments
      .slice(0, shownSegments)
      .map(({ text }) => text.slice(0, shownLength).toWellFormed()),
  };
}
