import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { hashContent } from "#core/articles/canonical.ts";
import { defaultExportOptions } from "#core/exporting/options.ts";
import { localOwnerName } from "#core/people/local-names.ts";
import type { Member } from "#core/people/permissions.ts";
import { aDatabase, anArticle, anId, aProject } from "#db/builders.ts";
import { getDb, schema, write } from "#db/client.ts";
import { readPages } from "./fixture-pdf.ts";
import { exportArticle } from "./run-export.ts";

let database: ReturnType<typeof aDatabase>;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-23T08:00:00Z") });
  database = aDatabase();
});
afterEach(() => {
  database.close();
  vi.useRealTimers();
});

const print = async (owner: Member, id: string, signature = "") => {
  const { pdf } = await exportArticle(owner, id, { ...defaultExportOptions, signature });
  return { bytes: Buffer.from(pdf), page: (await readPages(pdf))[0] ?? "" };
};

test("one revision makes the same bytes on another day, and the next revision others", async () => {
  const owner = aProject();
  const { id, segmentIds } = anArticle(
    owner,
    ["桥", "石头怕拉。"],
    ["The Bridge", "Stone fears being pulled."],
  );
  const first = await print(owner, id);
  vi.setSystemTime(new Date("2026-12-24T08:00:00Z"));
  const second = await print(owner, id);
  expect(second.bytes.equals(first.bytes)).toBe(true);
  expect(second.page).toContain("editionof23November2026");

  approve(owner, id, segmentIds[1] ?? "");
  const third = await print(owner, id);
  expect(third.bytes.equals(first.bytes)).toBe(false);
  expect(third.page).toContain("reviewedbyOwner·editionof24December2026");
});

test('who exports is named as they sign, and nobody is called "you"', async () => {
  const owner = aProject();
  const { id, segmentIds } = anArticle(owner, ["桥"], ["The Bridge"]);
  approve(owner, id, segmentIds[0] ?? "");
  expect((await print(owner, id, "林小桥")).page).toContain("reviewedby林小桥·");
  expect((await print({ ...owner, name: localOwnerName }, id)).page).not.toContain("reviewedby");
});

function approve(owner: Member, articleId: string, segmentId: string): void {
  const segment = getDb().select().from(schema.segments).where(eq(schema.segments.id, segmentId)).get();
  if (!segment) throw new Error("no such segment");
  const hashes = { sourceHash: hashContent(segment.source), targetHash: hashContent(segment.target) };
  const row = { id: anId(), projectId: owner.projectId, articleId, segmentId, memberId: owner.id };
  write([
    getDb()
      .insert(schema.confirmations)
      .values({ ...row, ...hashes, level: "approved", schemaVersion: 1, at: Date.now() }),
  ]);
}
