import { index, sqliteTable } from "drizzle-orm/sqlite-core";
import type { Role } from "../../core/people/permissions.ts";
import { flag, id, instant, string } from "../columns.ts";

export const projects = sqliteTable("projects", {
  id: id("id").primaryKey(),
  name: string("name").notNull(),
  createdAt: instant("created_at").notNull(),
  /** When the sample article was added, once, whatever became of it. */
  sampleAddedAt: instant("sample_added_at"),
});

export const members = sqliteTable(
  "members",
  {
    id: id("id").primaryKey(),
    projectId: id("project_id")
      .notNull()
      .references(() => projects.id),
    name: string("name").notNull(),
    role: string("role").$type<Role>().notNull(),
    /** Its name in the palette of people (`core/people/colors.ts`). */
    color: string("color").notNull(),
    /** A fictional member who came with the sample. */
    isSample: flag("is_sample").notNull().default(false),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [index("members_by_project").on(table.projectId)],
);

/** A browser that was let in. The token itself is only in its cookie. */
export const sessions = sqliteTable("sessions", {
  /** SHA-256 of the token, hex. */
  tokenHash: string("token_hash").primaryKey(),
  memberId: id("member_id")
    .notNull()
    .references(() => members.id),
  createdAt: instant("created_at").notNull(),
  expiresAt: instant("expires_at").notNull(),
});
