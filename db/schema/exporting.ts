import { index, sqliteTable } from "drizzle-orm/sqlite-core";
import type { ErrorCode, ErrorDetails } from "../../core/errors.ts";
import type { ExportNotice, ExportOptions, JobStage, JobState } from "../../core/exporting/options.ts";
import { count, id, instant, json, string } from "../columns.ts";
import { articles } from "./articles.ts";
import { members, projects } from "./people.ts";

export const jobs = sqliteTable(
  "jobs",
  {
    id: id("id").primaryKey(),
    projectId: id("project_id")
      .notNull()
      .references(() => projects.id),
    articleId: id("article_id")
      .notNull()
      .references(() => articles.id),
    memberId: id("member_id")
      .notNull()
      .references(() => members.id),
    state: string("state").$type<JobState>().notNull(),
    stage: string("stage").$type<JobStage>().notNull(),
    options: json<ExportOptions>("options").notNull(),
    createdAt: instant("created_at").notNull(),
    startedAt: instant("started_at"),
    endedAt: instant("ended_at"),
    /** For people and the download; the file itself lies in the data folder under the job's id. */
    fileName: string("file_name"),
    fileBytes: count("file_bytes"),
    pages: count("pages"),
    notices: json<readonly ExportNotice[]>("notices").notNull(),
    errorCode: string("error_code").$type<ErrorCode>(),
    errorDetails: json<ErrorDetails>("error_details"),
  },
  (table) => [index("jobs_by_member").on(table.memberId, table.createdAt)],
);
