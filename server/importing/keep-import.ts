import { AppError } from "#core/errors.ts";
import { cleanLine } from "#core/importing/clean-text.ts";
import type { ImportFields } from "#core/importing/import-preview.ts";
import { can, type Member } from "#core/people/permissions.ts";
import { addTitle } from "./add-title.ts";
import { findExisting } from "./find-existing.ts";
import { readInWorker } from "./read-in-worker.ts";
import { buildOriginal, claimUpload, type ImportInput } from "./staging.ts";
import { type StoredArticle, storeArticle } from "./store-article.ts";

/**
 * Keeps an upload that was previewed. Throws `not-found` when its time is over, `conflict` (with `articleId`) when the
 * library holds the same article, `invalid-input` for a missing title, `forbidden`, and what the reader throws.
 */
export function keepImport(member: Member, token: string, fields: ImportFields): Promise<StoredArticle> {
  return claimUpload(member, token, (input) => importArticle(member, input, fields));
}

/** Reads and keeps in one go, for the command line. Throws as `keepImport`. */
export async function importArticle(
  member: Member,
  input: ImportInput,
  fields: ImportFields,
): Promise<StoredArticle> {
  if (!can(member, "import", member)) throw new AppError("forbidden");
  const parsed = await readInWorker(input);
  const title = cleanLine(fields.title ?? "");
  if (parsed.title === null && title === "") throw new AppError("invalid-input", { field: "title" });
  const original = buildOriginal(input);
  const same = { sha256: original.sha256, sourceKey: parsed.sourceKey };
  const existing = findExisting(member.projectId, same);
  if (existing && !existing.inTrash) throw new AppError("conflict", { articleId: existing.id });
  return storeArticle(member, addTitle(parsed, title), {
    original,
    author: fields.author === null ? parsed.author : cleanLine(fields.author),
    permission: fields.permission,
    isSample: false,
  });
}
