import { sql } from "drizzle-orm";
import { index, primaryKey, sqliteTable, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Block, SegmentKind } from "../../core/articles/blocks.ts";
import type { Inline } from "../../core/articles/inline.ts";
import type { ConfirmationLevel } from "../../core/articles/states.ts";
import type { ArticleSource, ImportWarning, Permission } from "../../core/importing/parsed-article.ts";
import { bytes, count, flag, id, instant, json, string } from "../columns.ts";
import { members, projects } from "./people.ts";

export const articles = sqliteTable(
  "articles",
  {
    id: id("id").primaryKey(),
    projectId: id("project_id")
      .notNull()
      .references(() => projects.id),
    /** What lists call it: the plain text of segment 1 until somebody renames it. */
    title: string("title").notNull(),
    source: string("source").$type<ArticleSource>().notNull(),
    sourceUrl: string("source_url"),
    /** Canonical key of the source address ("zhihu:answer:123"), to recognise the same article. */
    sourceKey: string("source_key"),
    author: string("author"),
    permission: string("permission").$type<Permission>().notNull(),
    votes: count("votes"),
    /** As the file says it. */
    updatedAtText: string("updated_at_text"),
    /** ISO 8601 with +08:00 (assumed). */
    updatedAt: string("updated_at"),
    /** Other header fields, in order: [key, value]. */
    meta: json<readonly (readonly [string, string])[]>("meta").notNull(),
    warnings: json<readonly ImportWarning[]>("warnings").notNull(),
    blocks: json<readonly Block[]>("blocks").notNull(),
    segmentCount: count("segment_count").notNull(),
    isSample: flag("is_sample").notNull().default(false),
    createdBy: id("created_by")
      .notNull()
      .references(() => members.id),
    createdAt: instant("created_at").notNull(),
    changedAt: instant("changed_at").notNull(),
    /** When the last of its rows was written. Until then nobody sees it: an import writes in small steps. */
    readyAt: instant("ready_at"),
    /** When it went to the trash; null while it is in the library. */
    trashedAt: instant("trashed_at"),
  },
  (table) => [
    index("articles_by_project").on(table.projectId, table.changedAt),
    index("articles_by_source").on(table.projectId, table.sourceKey),
  ],
);

/** The uploaded bytes, gzip, never rendered. */
export const originals = sqliteTable(
  "originals",
  {
    articleId: id("article_id")
      .primaryKey()
      .references(() => articles.id),
    projectId: id("project_id")
      .notNull()
      .references(() => projects.id),
    fileName: string("file_name").notNull(),
    sha256: string("sha256").notNull(),
    readerVersion: count("reader_version").notNull(),
    data: bytes("data").notNull(),
  },
  (table) => [index("originals_by_hash").on(table.projectId, table.sha256)],
);

/** At most 500 consecutive segments that share one Y.Doc. The id is the name of that document. */
export const parts = sqliteTable(
  "parts",
  {
    id: id("id").primaryKey(),
    projectId: id("project_id")
      .notNull()
      .references(() => projects.id),
    articleId: id("article_id")
      .notNull()
      .references(() => articles.id),
    /** From 0. */
    ordinal: count("ordinal").notNull(),
    /** Raised by restore; a browser's copy of another epoch is set aside. */
    epoch: count("epoch").notNull(),
  },
  (table) => [uniqueIndex("parts_of_article").on(table.articleId, table.ordinal)],
);

export const segments = sqliteTable(
  "segments",
  {
    id: id("id").primaryKey(),
    projectId: id("project_id")
      .notNull()
      .references(() => projects.id),
    articleId: id("article_id")
      .notNull()
      .references(() => articles.id),
    partId: id("part_id")
      .notNull()
      .references(() => parts.id),
    /** From 1, the title. */
    number: count("number").notNull(),
    /** Index into `articles.blocks`; null for the title. */
    block: count("block"),
    kind: string("kind").$type<SegmentKind>().notNull(),
    pid: string("pid"),
    source: json<readonly Inline[]>("source").notNull(),
    sourceText: string("source_text").notNull(),
    /** Characters (code points) of `sourceText`, for progress. */
    sourceLength: count("source_length").generatedAlwaysAs(sql`length(source_text)`, { mode: "virtual" }),
    /** `hashContent(source)`. */
    sourceHash: string("source_hash").notNull(),
    /** `hashText` of this and the neighbouring sources, for carry-over on re-import; null at the ends. */
    textHash: string("text_hash").notNull(),
    previousTextHash: string("previous_text_hash"),
    nextTextHash: string("next_text_hash"),
    /** What the last store found in the Y.Doc (canonical). The Y.Doc and its log are the truth. */
    target: json<readonly Inline[]>("target").notNull(),
    targetText: string("target_text").notNull(),
    targetHash: string("target_hash").notNull(),
    /** False when the fragment holds what the text schema does not know. */
    targetValid: flag("target_valid").notNull().default(true),
    targetChangedAt: instant("target_changed_at"),
  },
  (table) => [
    uniqueIndex("segments_of_article").on(table.articleId, table.number),
    index("segments_of_part").on(table.partId),
    // All that progress asks of a segment, so that the library reads no text.
    index("segments_progress").on(
      table.projectId,
      table.articleId,
      table.id,
      table.sourceHash,
      table.targetHash,
      table.sourceLength,
    ),
  ],
);

/** Append-only, save for the withdrawal. */
export const confirmations = sqliteTable(
  "confirmations",
  {
    id: id("id").primaryKey(),
    projectId: id("project_id")
      .notNull()
      .references(() => projects.id),
    articleId: id("article_id")
      .notNull()
      .references(() => articles.id),
    segmentId: id("segment_id")
      .notNull()
      .references(() => segments.id),
    level: string("level").$type<ConfirmationLevel>().notNull(),
    memberId: id("member_id")
      .notNull()
      .references(() => members.id),
    targetHash: string("target_hash").notNull(),
    sourceHash: string("source_hash").notNull(),
    schemaVersion: count("schema_version").notNull(),
    at: instant("at").notNull(),
    withdrawnAt: instant("withdrawn_at"),
    withdrawnBy: id("withdrawn_by").references(() => members.id),
    /** Why it was sent back; null when a member withdrew their own. */
    withdrawnReason: string("withdrawn_reason"),
  },
  (table) => [
    index("confirmations_of_segment").on(table.segmentId),
    index("confirmations_of_article").on(table.articleId),
  ],
);

/** Where a member left off. */
export const readingPositions = sqliteTable(
  "reading_positions",
  {
    memberId: id("member_id")
      .notNull()
      .references(() => members.id),
    articleId: id("article_id")
      .notNull()
      .references(() => articles.id),
    projectId: id("project_id")
      .notNull()
      .references(() => projects.id),
    segmentId: id("segment_id")
      .notNull()
      .references(() => segments.id),
    at: instant("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.articleId] })],
);
