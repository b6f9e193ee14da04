/** For tests: a database in a folder of its own, a project with its members, an article with text. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { getPartIndex, type SegmentKind } from "../core/articles/blocks.ts";
import { hashContent, hashText } from "../core/articles/canonical.ts";
import type { Inline } from "../core/articles/inline.ts";
import { buildId } from "../core/ids.ts";
import { getPersonColor } from "../core/people/colors.ts";
import type { Member, Role } from "../core/people/permissions.ts";
import { closeDatabase, getDb, openDatabase, schema, write } from "./client.ts";
import { migrateDatabase } from "./migrate.ts";

export function anId(): string {
  return buildId(Date.now(), randomBytes(11));
}

/** Opens a fresh migrated database as the process's handle; `close` removes it again. */
export function aDatabase(): { readonly folder: string; close(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), "duizhao-test-"));
  migrateDatabase(folder);
  openDatabase(folder, { synchronous: "NORMAL" });
  const close = () => {
    closeDatabase();
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, close };
}

/** A project and its owner. */
export function aProject(): Member {
  const id = anId();
  write([getDb().insert(schema.projects).values({ id, name: "Test", createdAt: Date.now() })]);
  return aMember(id, "owner", "Owner");
}

export function aMember(projectId: string, role: Role, name: string = role): Member {
  const member = { id: anId(), projectId, role, name, color: getPersonColor(0) };
  write([
    getDb()
      .insert(schema.members)
      .values({ ...member, isSample: false, createdAt: Date.now() }),
  ]);
  return member;
}

export type BuiltArticle = {
  readonly id: string;
  readonly projectId: string;
  readonly partIds: readonly string[];
  readonly segmentIds: readonly string[];
};

/** An article with these sources, the first its title, and (as last stored, without a Y.Doc) these targets. */
export function anArticle(
  member: Member,
  sources: readonly string[] = ["标题", "第一段。", "第二段。"],
  targets: readonly string[] = [],
): BuiltArticle {
  const id = anId();
  const segmentIds = sources.map(anId);
  const partIds = Array.from({ length: getPartIndex(sources.length) + 1 }, anId);
  const db = getDb();
  write([
    db.insert(schema.articles).values(buildArticleRow(member, id, sources)),
    ...partIds.map((partId, ordinal) =>
      db
        .insert(schema.parts)
        .values({ id: partId, projectId: member.projectId, articleId: id, ordinal, epoch: 1 }),
    ),
    ...segmentIds.map((segmentId, index) => {
      const place = { id: segmentId, projectId: member.projectId, articleId: id, number: index + 1 };
      const partId = partIds[getPartIndex(index + 1)] ?? "";
      return db.insert(schema.segments).values({
        ...place,
        partId,
        ...buildTexts(sources[index] ?? "", targets[index] ?? ""),
        ...kindOf(index),
      });
    }),
  ]);
  return { id, projectId: member.projectId, partIds, segmentIds };
}

function buildArticleRow(member: Member, id: string, sources: readonly string[]) {
  const now = Date.now();
  return {
    id,
    projectId: member.projectId,
    title: sources[0] ?? "",
    source: "pasted-text" as const,
    permission: "unknown" as const,
    meta: [],
    warnings: [],
    blocks: sources.slice(1).map((_, index) => ({
      kind: "paragraph" as const,
      pid: null,
      parent: null,
      segment: index + 1,
      attributes: {},
    })),
    segmentCount: sources.length,
    createdBy: member.id,
    createdAt: now,
    changedAt: now,
    readyAt: now,
  };
}

function kindOf(index: number): { kind: SegmentKind; block: number | null } {
  return index === 0 ? { kind: "title", block: null } : { kind: "paragraph", block: index - 1 };
}

function buildTexts(sourceText: string, targetText: string) {
  const source: Inline[] = [{ type: "text", text: sourceText }];
  const target: Inline[] = targetText === "" ? [] : [{ type: "text", text: targetText }];
  const hashes = {
    sourceHash: hashContent(source),
    textHash: hashText(sourceText),
    targetHash: hashContent(target),
  };
  return { source, sourceText, target, targetText, ...hashes };
}
