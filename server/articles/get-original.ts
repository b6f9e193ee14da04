import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { eq } from "drizzle-orm";
import { AppError } from "#core/errors.ts";
import type { Member } from "#core/people/permissions.ts";
import { getDb, schema } from "#db/client.ts";
import { getArticle } from "./get-article.ts";

const decompress = promisify(gunzip);

export type Original = { readonly fileName: string; readonly data: Uint8Array };

/** The bytes that were brought, unchanged. Throws as `getArticle`. */
export async function getOriginal(member: Member, articleId: string): Promise<Original> {
  getArticle(member, articleId, "download-original");
  const { originals } = schema;
  const row = getDb().select().from(originals).where(eq(originals.articleId, articleId)).get();
  if (!row) throw new AppError("not-found");
  return { fileName: row.fileName, data: await decompress(row.data) };
}
