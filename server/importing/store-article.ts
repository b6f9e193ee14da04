/** Writes a parsed article in small steps; nobody sees it before the last, which makes it ready. */
import { setImmediate as nextTurn } from "node:timers/promises";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { eq, getTableColumns, sql } from "drizzle-orm";
import { articleSegmentLimit, getPartIndex } from "#core/articles/blocks.ts";
import { emptyHash, hashContent, hashText } from "#core/articles/canonical.ts";
import { AppError } from "#core/errors.ts";
import { type ParsedArticle, type Permission, readerVersion } from "#core/importing/parsed-article.ts";
import type { Member } from "#core/people/permissions.ts";
import { getDb, type Statement, schema, write } from "#db/client.ts";
import { announceChange } from "#server/articles/announce-change.ts";
import { deleteArticle } from "#server/articles/purge-articles.ts";
import { createId } from "#server/create-id.ts";
import { findExisting } from "./find-existing.ts";

const compress = promisify(gzip);

/** Segments in one write: some milliseconds, so that others are served between two. */
const step = 50;

export type StoreOptions = {
  readonly original: { readonly fileName: string; readonly bytes: Uint8Array; readonly sha256: string };
  readonly author: string | null;
  readonly permission: Permission;
  /** The sample is not made ready here: it comes with its translation, in one last write of its own. */
  readonly isSample: boolean;
};

export type StoredArticle = {
  readonly id: string;
  readonly partIds: readonly string[];
  readonly segments: readonly { readonly id: string; readonly pid: string | null }[];
};

/**
 * Stores an article that has a title. Throws `too-large` above the limit of segments, `conflict` (with `articleId`) when
 * the library has got the same meanwhile, and what the database throws.
 */
export async function storeArticle(
  member: Member,
  parsed: ParsedArticle,
  options: StoreOptions,
): Promise<StoredArticle> {
  const count = parsed.segments.length;
  if (count > articleSegmentLimit) {
    throw new AppError("too-large", { what: "segments", limit: articleSegmentLimit, value: count });
  }
  const id = createId();
  const partIds = Array.from({ length: getPartIndex(count) + 1 }, createId);
  const segments = parsed.segments.map(({ pid }) => ({ id: createId(), pid }));
  const data = await compress(options.original.bytes);
  try {
    writeArticle(member, { id, partIds, segments }, parsed, options);
    writeOriginal(member, id, options.original, data);
    await writeSegments(member, { id, partIds, segments }, parsed);
    if (options.isSample) return { id, partIds, segments };
    refuseExisting(member, parsed, options);
    write([buildReady(id)]);
  } catch (error) {
    await deleteArticle(id);
    throw error;
  }
  announceChange("library", { projectId: member.projectId, articleId: id });
  return { id, partIds, segments };
}

/** What makes a stored article ready: from then on it is seen. */
export function buildReady(articleId: string): Statement {
  const { articles } = schema;
  return getDb().update(articles).set({ readyAt: Date.now() }).where(eq(articles.id, articleId));
}

/** Asked once more in the turn in which this one is made ready: the same may have been imported meanwhile. */
function refuseExisting(
  { projectId }: Member,
  { sourceKey }: ParsedArticle,
  { original }: StoreOptions,
): void {
  const existing = findExisting(projectId, { sha256: original.sha256, sourceKey });
  if (existing && !existing.inTrash) throw new AppError("conflict", { articleId: existing.id });
}

function writeArticle(
  { id: createdBy, projectId }: Member,
  { id, partIds }: StoredArticle,
  parsed: ParsedArticle,
  { author, permission, isSample }: StoreOptions,
): void {
  const { source, sourceUrl, sourceKey, votes, updatedAtText, updatedAt, meta, warnings, blocks } = parsed;
  const now = Date.now();
  const facts = { source, sourceUrl, sourceKey, votes, updatedAtText, updatedAt, meta, warnings, blocks };
  const db = getDb();
  write([
    db.insert(schema.articles).values({
      ...facts,
      id,
      projectId,
      title: parsed.title ?? "",
      author,
      permission,
      segmentCount: parsed.segments.length,
      isSample,
      createdBy,
      createdAt: now,
      changedAt: now,
    }),
    ...partIds.map((partId, ordinal) =>
      db.insert(schema.parts).values({ id: partId, projectId, articleId: id, ordinal, epoch: 1 }),
    ),
  ]);
}

function writeOriginal(
  { projectId }: Member,
  articleId: string,
  { fileName, sha256 }: StoreOptions["original"],
  data: Buffer,
): void {
  const row = { articleId, projectId, fileName, sha256, readerVersion, data };
  write([getDb().insert(schema.originals).values(row)]);
}

async function writeSegments(member: Member, article: StoredArticle, parsed: ParsedArticle): Promise<void> {
  const insert = prepareInsert();
  let previous: string | null = null;
  for (let start = 0; start < parsed.segments.length; start += step) {
    const rows = buildRows(member, article, parsed, start, previous);
    previous = rows.at(-1)?.textHash ?? null;
    write(rows.map((row) => ({ run: () => insert.run(row) })));
    await nextTurn();
  }
}

/** All columns that are written: the statement has a place for each. */
type Row = Required<typeof schema.segments.$inferInsert>;

/** One statement for all rows: to write and to read SQL anew for each step took more than the rows themselves. */
function prepareInsert() {
  const columns = Object.keys(getTableColumns(schema.segments));
  const values = Object.fromEntries(columns.map((name) => [name, sql.placeholder(name)]));
  // Drizzle's type of a row knows no placeholder for an optional column.
  return getDb()
    .insert(schema.segments)
    .values(values as unknown as Row)
    .prepare();
}

function buildRows(
  { projectId }: Member,
  { id: articleId, partIds, segments }: StoredArticle,
  parsed: ParsedArticle,
  start: number,
  previous: string | null,
): Row[] {
  // One more than is written, for the hash of the neighbour.
  const group = parsed.segments.slice(start, start + step + 1);
  const hashes = group.map(({ text }) => hashText(text));
  return group.slice(0, step).map(({ block, kind, pid, content, text }, index) => ({
    id: segments[start + index]?.id ?? createId(),
    projectId,
    articleId,
    partId: partIds[getPartIndex(start + index + 1)] ?? "",
    number: start + index + 1,
    block,
    kind,
    pid,
    source: content,
    sourceText: text,
    sourceHash: hashContent(content),
    textHash: hashes[index] ?? "",
    previousTextHash: index === 0 ? previous : (hashes[index - 1] ?? null),
    nextTextHash: hashes[index + 1] ?? null,
    target: [],
    targetText: "",
    targetHash: emptyHash,
    targetValid: true,
    targetChangedAt: null,
  }));
}
