import { index, primaryKey, sqliteTable } from "drizzle-orm/sqlite-core";
import type { Inline } from "../../core/articles/inline.ts";
import { bytes, count, id, instant, json, string } from "../columns.ts";
import { parts, segments } from "./articles.ts";
import { projects } from "./people.ts";

/** The durable log: a row is on disk before its update is acknowledged. */
export const partUpdates = sqliteTable(
  "part_updates",
  {
    /** Grows by one; order is by id, never by clock. */
    id: count("id").primaryKey({ autoIncrement: true }),
    partId: id("part_id")
      .notNull()
      .references(() => parts.id),
    projectId: id("project_id")
      .notNull()
      .references(() => projects.id),
    data: bytes("data").notNull(),
    /** CRC-32 of `data`. */
    checksum: count("checksum").notNull(),
    /** Null when the server itself wrote. */
    memberId: id("member_id"),
    /** "socket", "command" or "sample". */
    origin: string("origin").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [index("part_updates_of_part").on(table.partId, table.id)],
);

/** The newest two snapshots of each part. `upto` is the highest log id that the snapshot holds. */
export const partSnapshots = sqliteTable(
  "part_snapshots",
  {
    partId: id("part_id")
      .notNull()
      .references(() => parts.id),
    upto: count("upto").notNull(),
    projectId: id("project_id")
      .notNull()
      .references(() => projects.id),
    data: bytes("data").notNull(),
    checksum: count("checksum").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.partId, table.upto] })],
);

/** One row for each text that a segment's target had at a store: its history. */
export const segmentVersions = sqliteTable(
  "segment_versions",
  {
    segmentId: id("segment_id")
      .notNull()
      .references(() => segments.id),
    from: instant("from").notNull(),
    projectId: id("project_id")
      .notNull()
      .references(() => projects.id),
    /** Null while it is the current one. */
    until: instant("until"),
    content: json<readonly Inline[]>("content").notNull(),
    text: string("text").notNull(),
    hash: string("hash").notNull(),
    /** Ids of the members whose updates led from the previous version to this one. */
    authors: json<readonly string[]>("authors").notNull(),
  },
  (table) => [primaryKey({ columns: [table.segmentId, table.from] })],
);
