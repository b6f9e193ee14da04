import { index, sqliteTable } from "drizzle-orm/sqlite-core";
import type {
  ConceptState,
  ProposalChange,
  ProposalKind,
  ProposalState,
  TermLanguage,
  TermStatus,
} from "../../core/glossary/concept.ts";
import { id, instant, json, string } from "../columns.ts";
import { members, projects } from "./people.ts";

export const concepts = sqliteTable(
  "concepts",
  {
    id: id("id").primaryKey(),
    projectId: id("project_id")
      .notNull()
      .references(() => projects.id),
    state: string("state").$type<ConceptState>().notNull(),
    definition: string("definition").notNull().default(""),
    domain: string("domain").notNull().default(""),
    note: string("note").notNull().default(""),
    createdBy: id("created_by")
      .notNull()
      .references(() => members.id),
    createdAt: instant("created_at").notNull(),
    changedAt: instant("changed_at").notNull(),
    decidedBy: id("decided_by").references(() => members.id),
    decidedAt: instant("decided_at"),
    decisionReason: string("decision_reason"),
  },
  (table) => [index("concepts_by_project").on(table.projectId, table.state)],
);

export const terms = sqliteTable(
  "terms",
  {
    id: id("id").primaryKey(),
    conceptId: id("concept_id")
      .notNull()
      .references(() => concepts.id),
    projectId: id("project_id")
      .notNull()
      .references(() => projects.id),
    language: string("language").$type<TermLanguage>().notNull(),
    text: string("text").notNull(),
    status: string("status").$type<TermStatus>().notNull(),
    /** Chinese terms only: with tone marks, by word. */
    pinyin: string("pinyin"),
    note: string("note").notNull().default(""),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("terms_of_concept").on(table.conceptId),
    index("terms_by_text").on(table.projectId, table.text),
  ],
);

export const proposals = sqliteTable(
  "proposals",
  {
    id: id("id").primaryKey(),
    projectId: id("project_id")
      .notNull()
      .references(() => projects.id),
    conceptId: id("concept_id")
      .notNull()
      .references(() => concepts.id),
    kind: string("kind").$type<ProposalKind>().notNull(),
    state: string("state").$type<ProposalState>().notNull(),
    change: json<ProposalChange>("change").notNull(),
    reason: string("reason").notNull().default(""),
    /** The segment it was proposed from. */
    evidenceSegmentId: id("evidence_segment_id"),
    createdBy: id("created_by")
      .notNull()
      .references(() => members.id),
    createdAt: instant("created_at").notNull(),
    decidedBy: id("decided_by").references(() => members.id),
    decidedAt: instant("decided_at"),
  },
  (table) => [
    index("proposals_of_concept").on(table.conceptId),
    index("proposals_by_state").on(table.projectId, table.state),
  ],
);
