import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashText } from "#core/articles/canonical.ts";
import { AppError } from "#core/errors.ts";
import type { Member } from "#core/people/permissions.ts";
import { aDatabase, aMember, aProject } from "#db/builders.ts";
import { getDb, schema } from "#db/client.ts";
import { getLibrary } from "#server/articles/get-library.ts";
import { getOriginal } from "#server/articles/get-original.ts";
import { getWorkbench } from "#server/articles/get-workbench.ts";
import { trashArticle } from "#server/articles/trash-article.ts";
import { importArticle, keepImport } from "./keep-import.ts";
import { previewImport } from "./preview-import.ts";
import { claimUpload, deleteExpiredUploads, discardUpload, type ImportInput } from "./staging.ts";

const fields = { author: null, permission: "unknown" } as const;
let database: ReturnType<typeof aDatabase>;
let owner: Member;
let sample: ImportInput;

beforeEach(async () => {
  database = aDatabase();
  owner = aProject();
  const bytes = await readFile(path.join(import.meta.dirname, "../../samples/bridge.md"));
  sample = { kind: "file", fileName: "桥.md", bytes };
});
afterEach(() => database.close());

const aFile = (text: string): ImportInput => ({ kind: "file", fileName: "a.md", bytes: Buffer.from(text) });
const listStaged = () => readdirSync(path.join(database.folder, "staging"));
const listTitles = async () => {
  const { articles } = await getLibrary(owner, owner.projectId);
  return articles.map((each) => each.title);
};

it("keeps one of several imports of the same at once, and leaves nothing of the others", async () => {
  const imports = Array.from({ length: 3 }, () => importArticle(owner, sample, fields));
  const results = await Promise.allSettled(imports);
  const kept = results.flatMap((each) => (each.status === "fulfilled" ? [each.value.id] : []));
  expect(kept).toHaveLength(1);
  const refused = results.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
  const conflict = { code: "conflict", details: { articleId: kept[0] } };
  expect(refused).toMatchObject([conflict, conflict]);
  expect(getDb().select().from(schema.articles).all()).toHaveLength(1);
});

describe("a preview", () => {
  it("says what was read and keeps nothing", async () => {
    const preview = await previewImport(owner, sample);
    expect(preview).toMatchObject({ source: "zhihu-file", segmentCount: 22, existing: null, warnings: [] });
    expect(preview.firstSegments[0]).toBe("河上的桥为什么总是拱的？");
    expect(await listTitles()).toEqual([]);
  });

  it("is not for those who may not import", async () => {
    const viewer = aMember(owner.projectId, "viewer");
    await expect(previewImport(viewer, sample)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("knows the same bytes and the same address again, also in the trash", async () => {
    const { token } = await previewImport(owner, sample);
    const { id } = await keepImport(owner, token, fields);
    expect((await previewImport(owner, sample)).existing).toMatchObject({ id, inTrash: false });
    const changed = aFile(`${sample.kind === "file" ? Buffer.from(sample.bytes) : ""}\n`);
    const again = await previewImport(owner, changed);
    expect(again.existing).toMatchObject({ id });
    await expect(keepImport(owner, again.token, fields)).rejects.toMatchObject({
      code: "conflict",
      details: { articleId: id },
    });
    trashArticle(owner, id);
    expect((await previewImport(owner, sample)).existing).toMatchObject({ id, inTrash: true });
    // What could not be kept still waits, and now can be.
    expect((await keepImport(owner, again.token, fields)).id).not.toBe(id);
  });

  it("can be discarded, by its owner alone", async () => {
    const { token } = await previewImport(owner, sample);
    const other = aMember(owner.projectId, "translator");
    await expect(discardUpload(other, token)).rejects.toMatchObject({ code: "not-found" });
    await expect(keepImport(other, token, fields)).rejects.toMatchObject({ code: "not-found" });
    await discardUpload(owner, token);
    expect(listStaged()).toEqual([]);
    await expect(keepImport(owner, token, fields)).rejects.toMatchObject({ code: "not-found" });
  });

  it("tells why it could not be kept, also when its hour is over meanwhile", async () => {
    const { token } = await previewImport(owner, sample);
    const fail = async () => {
      await deleteExpiredUploads(Date.now() + 2 * 3600 * 1000);
      throw new AppError("storage-full");
    };
    await expect(claimUpload(owner, token, fail)).rejects.toMatchObject({ code: "storage-full" });
    expect(listStaged()).toEqual([]);
  });

  it.each(["../../etc/passwd", "", "0".repeat(31)])("takes %j for no token", async (token) => {
    await expect(keepImport(owner, token, fields)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("keeping", () => {
  it("stores structure, hashes with their neighbours, and the bytes", async () => {
    const { token } = await previewImport(owner, sample);
    const { id, segments } = await keepImport(owner, token, { author: "林河", permission: "author-agreed" });
    const { article, segments: stored, blocks } = getWorkbench(owner, id);
    expect(article).toMatchObject({ title: "河上的桥为什么总是拱的？", author: "林河", votes: 1386 });
    expect(stored.map((each) => each.id)).toEqual(segments.map((each) => each.id));
    for (const segment of stored) {
      if (segment.block !== null) expect(blocks[segment.block]?.segment).toBe(segment.number - 1);
    }
    const rows = getDb().select().from(schema.segments).orderBy(schema.segments.number).all();
    for (const [index, row] of rows.entries()) {
      expect(row.textHash).toBe(hashText(row.sourceText));
      expect(row.previousTextHash).toBe(rows[index - 1]?.textHash ?? null);
      expect(row.nextTextHash).toBe(rows[index + 1]?.textHash ?? null);
    }
    const original = await getOriginal(owner, id);
    expect(original.fileName).toBe("桥.md");
    if (sample.kind === "file") expect(Buffer.compare(original.data, sample.bytes)).toBe(0);
    expect(listStaged()).toEqual([]);
  });

  it("asks for a title when the file has none, and makes it segment 1", async () => {
    const { token, title } = await previewImport(
      owner,
      aFile('<body><p data-pid="aaaaaaaa">第一段。</p></body>'),
    );
    expect(title).toBeNull();
    await expect(keepImport(owner, token, fields)).rejects.toMatchObject({ code: "invalid-input" });
    const { id } = await keepImport(owner, token, { ...fields, title: " 无\u202e题 " });
    const { segments, blocks } = getWorkbench(owner, id);
    expect(segments.map((each) => [each.number, each.kind, each.sourceText])).toEqual([
      [1, "title", "无题"],
      [2, "paragraph", "第一段。"],
    ]);
    expect(blocks[0]?.segment).toBe(1);
  });

  it("keeps once what is sent twice at the same time", async () => {
    const { token } = await previewImport(owner, sample);
    const results = await Promise.allSettled([1, 2].map(() => keepImport(owner, token, fields)));
    expect(results.filter((each) => each.status === "fulfilled")).toHaveLength(1);
    expect(await listTitles()).toHaveLength(1);
  });

  it("spreads 1,201 paragraphs over three parts", async () => {
    const body = Array.from({ length: 1200 }, (_, index) => `<p>第${index}段</p>`).join("");
    const { token } = await previewImport(owner, aFile(`# 长文\n<body>${body}</body>`));
    const { id, partIds } = await keepImport(owner, token, fields);
    expect(partIds).toHaveLength(3);
    const { segments } = getWorkbench(owner, id);
    expect(segments).toHaveLength(1201);
    expect([segments[499]?.part, segments[500]?.part, segments[1200]?.part]).toEqual([0, 1, 2]);
  });
});

it("keeps a paste with both of its texts", async () => {
  const input: ImportInput = { kind: "paste", html: null, text: "第一段。\n\n第二段。" };
  const preview = await previewImport(owner, input);
  expect(preview).toMatchObject({ source: "pasted-text", title: null });
  const { id } = await keepImport(owner, preview.token, { ...fields, title: "贴来的" });
  const { data } = await getOriginal(owner, id);
  expect(JSON.parse(Buffer.from(data).toString())).toEqual({ html: null, text: input.text });
});
