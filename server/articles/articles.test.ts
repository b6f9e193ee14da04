import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Inline } from "#core/articles/inline.ts";
import { countDaysLeft, trashTime } from "#core/articles/library.ts";
import { AppError } from "#core/errors.ts";
import type { Member } from "#core/people/permissions.ts";
import { aDatabase, aMember, anArticle, aProject } from "#db/builders.ts";
import { getDb, schema, write } from "#db/client.ts";
import { createCollaboration } from "#server/collab/collaboration.ts";
import { editSegment } from "#server/collab/edit-part.ts";
import { findExisting } from "#server/importing/find-existing.ts";
import { editArticle } from "./edit-article.ts";
import { findInArticle } from "./find-in-article.ts";
import { getArticle } from "./get-article.ts";
import { getLibrary } from "./get-library.ts";
import { getWorkbench } from "./get-workbench.ts";
import { openCollab } from "./open-collab.ts";
import { deleteUnfinished, purgeTrash } from "./purge-articles.ts";
import { savePosition } from "./save-position.ts";
import { restoreArticle, trashArticle } from "./trash-article.ts";

let database: ReturnType<typeof aDatabase>;
let owner: Member;

beforeEach(() => {
  database = aDatabase();
  owner = aProject();
});
afterEach(() => database.close());

const list = async (query = {}) => {
  const { articles } = await getLibrary(owner, owner.projectId, query);
  return articles.map((each) => each.title);
};

describe("the library", () => {
  it("counts segments and source characters by state, and they add up", async () => {
    anArticle(owner, ["标题", "一二三", "四五六七"], ["Title"]);
    const [row] = (await getLibrary(owner, owner.projectId)).articles;
    expect(row).toMatchObject({ targetTitle: "Title", segmentCount: 3, percent: 0 });
    expect(row?.progress.draft).toEqual({ segments: 1, characters: 2 });
    expect(row?.progress.untranslated).toEqual({ segments: 2, characters: 7 });
  });

  it("searches titles and texts of both languages, in either case, literally", async () => {
    anArticle(owner, ["桥", "石头怕拉不怕压。"], ["The Bridge"]);
    anArticle(owner, ["船", "一百%的把握"]);
    expect(await list({ query: "怕压" })).toEqual(["桥"]);
    expect(await list({ query: "the bridge" })).toEqual(["桥"]);
    expect(await list({ query: "%" })).toEqual(["船"]);
    expect(await list({ query: "  " })).toHaveLength(2);
  });

  it("says where the words stand, in words and number", async () => {
    const sources = ["桥", ...Array.from({ length: 4 }, () => "桥边的石头"), "水"];
    anArticle(owner, sources, ["", "By the bridge"]);
    const { articles, total } = await getLibrary(owner, owner.projectId, { query: "石头" });
    expect(total).toBe(1);
    expect(articles[0]?.found?.count).toBe(4);
    expect(articles[0]?.found?.hits.map(({ number }) => number)).toEqual([2, 3, 4]);
    const [bridge] = (await getLibrary(owner, owner.projectId, { query: "BRIDGE" })).articles;
    const hit = { number: 2, side: "target", before: "By the ", words: "bridge", after: "" };
    expect(bridge?.found).toEqual({ count: 1, hits: [hit] });
  });

  it("finds an article by the title that it has in the library, and lists no more than it is asked for", async () => {
    const { id } = anArticle(owner, ["桥"]);
    anArticle(owner, ["船"]);
    editArticle(owner, { articleId: id, title: "石\u202e桥" });
    expect(await list({ query: "石桥" })).toEqual(["石桥"]);
    const page = await getLibrary(owner, owner.projectId, { limit: 1 });
    expect([page.articles.length, page.total]).toEqual([1, 2]);
  });

  it("finds what NFC makes equal, and what has no ASCII case", async () => {
    anArticle(owner, ["一", "\uf900\u30ab\u3099"], ["Cafe\u0301 ÉCOLE 300 \u212a"]);
    for (const query of ["\u8c48", "ガ", "café", "école", "300 k"])
      expect(await list({ query })).toEqual(["一"]);
    expect(await list({ query: "豆" })).toEqual([]);
  });

  it("does not show an article that is still being written", async () => {
    const { id } = anArticle(owner);
    write([getDb().update(schema.articles).set({ readyAt: null }).where(eq(schema.articles.id, id))]);
    expect(await list()).toEqual([]);
    expect(() => getWorkbench(owner, id)).toThrow("not-found");
  });

  it("shows nothing of another project", async () => {
    const stranger = aProject();
    const { id } = anArticle(stranger);
    expect(await list()).toEqual([]);
    await expect(getLibrary(owner, stranger.projectId)).rejects.toThrow("forbidden");
    expect(() => getWorkbench(owner, id)).toThrow("not-found");
    expect(() => openCollab(owner, id)).toThrow("not-found");
  });
});

describe("the trash", () => {
  it("takes an article and gives it back", async () => {
    const { id } = anArticle(owner);
    trashArticle(owner, id);
    expect(await list()).toEqual([]);
    expect(await list({ trash: true })).toEqual(["标题"]);
    restoreArticle(owner, id);
    expect(await list()).toEqual(["标题"]);
  });

  it("tells the days that are left", () => {
    const day = 24 * 3600 * 1000;
    const left = [-1, 0, 29 * day, trashTime - 1, trashTime + day].map((later) =>
      countDaysLeft(1000, 1000 + later),
    );
    expect(left).toEqual([30, 30, 1, 1, 0]);
  });

  it("is not for translators", () => {
    const { id } = anArticle(owner);
    expect(() => trashArticle(aMember(owner.projectId, "translator"), id)).toThrow("forbidden");
  });

  it("is emptied after 30 days, with all that hangs on an article, and not before", async () => {
    const { id, segmentIds } = anArticle(owner);
    const kept = anArticle(owner, ["留下"]);
    savePosition(owner, { articleId: id, segmentId: segmentIds[0] ?? "" });
    trashArticle(owner, id);
    await purgeTrash(Date.now() + trashTime - 1000);
    expect(await list({ trash: true })).toEqual(["标题"]);
    await purgeTrash(Date.now() + trashTime + 1000);
    expect(getDb().select().from(schema.segments).all()).toHaveLength(kept.segmentIds.length);
    expect(getDb().select().from(schema.articles).all()).toHaveLength(1);
    expect(getDb().select().from(schema.readingPositions).all()).toEqual([]);
  });
});

describe("the purge of the trash", () => {
  it("takes an article whose text is still in memory, and nothing tries to store it later", async () => {
    const collaboration = createCollaboration();
    try {
      const { id, segmentIds } = anArticle(owner);
      const content: Inline[] = [{ type: "text", text: "Typed before it went" }];
      await editSegment(segmentIds[1] ?? "", content, { memberId: owner.id, origin: "test" });
      trashArticle(owner, id);
      await purgeTrash(Date.now() + trashTime + 1000);
      expect([...collaboration.parts.keys()]).toEqual([]);
      expect(getDb().select().from(schema.articles).all()).toEqual([]);
    } finally {
      await collaboration.destroy();
    }
  });

  it("tells the project, so that no open list shows what is gone", async () => {
    const collaboration = createCollaboration();
    const told: unknown[] = [];
    try {
      const seat = { member: owner, articleId: null, partId: null, isTaken: false, clientId: null };
      const room = await collaboration.hocuspocus.openDirectConnection(owner.projectId, {
        socket: null,
        seat,
      });
      const { id } = anArticle(owner);
      trashArticle(owner, id);
      room.document?.beforeBroadcastStateless((_room, message) => told.push(JSON.parse(message)));
      await purgeTrash(Date.now() + trashTime + 1000);
      expect(told).toEqual([{ type: "changed", what: "library", articleId: id, segmentId: null }]);
      await room.disconnect();
    } finally {
      await collaboration.destroy();
    }
  });

  it("keeps an article that is in use, and an import that is at work", async () => {
    const collaboration = createCollaboration();
    const used = anArticle(owner);
    const half = anArticle(owner);
    write([getDb().update(schema.articles).set({ readyAt: null }).where(eq(schema.articles.id, half.id))]);
    const direct = await collaboration.hocuspocus.openDirectConnection(used.partIds[0] ?? "", {
      socket: null,
      seat: null,
    });
    trashArticle(owner, used.id);
    await purgeTrash(Date.now() + trashTime + 1000);
    expect(getDb().select().from(schema.articles).all()).toHaveLength(2);
    await direct.disconnect();
    await purgeTrash(Date.now() + trashTime + 1000);
    expect(getDb().select().from(schema.articles).all()).toHaveLength(1);
    await deleteUnfinished();
    expect(getDb().select().from(schema.articles).all()).toEqual([]);
    await collaboration.destroy();
  });
});

describe("an open article", () => {
  it("brings segments in their order, its parts and where one left off", () => {
    const sources = Array.from({ length: 501 }, (_, index) => `第${index + 1}段`);
    const { id, segmentIds, partIds } = anArticle(owner, sources);
    savePosition(owner, { articleId: id, segmentId: segmentIds[500] ?? "" });
    const workbench = getWorkbench(owner, id);
    expect(workbench.segments.map((each) => each.id)).toEqual(segmentIds);
    expect(workbench.segments[499]?.part).toBe(0);
    expect(workbench.segments[500]?.part).toBe(1);
    expect(workbench.parts.map((part) => part.id)).toEqual(partIds);
    expect(workbench.resumeSegmentId).toBe(segmentIds[500]);
    expect(openCollab(owner, id).parts).toEqual(workbench.parts);
  });

  it("counts words in the targets", async () => {
    const sources = Array.from({ length: 250 }, (_, index) => `石头${index}`);
    const targets = sources.map((_, index) => (index % 100 === 99 ? "Stone on stone." : "Water."));
    const { id, segmentIds } = anArticle(owner, sources, targets);
    const found = await findInArticle(owner, id, "STONE");
    expect(found).toEqual({ [segmentIds[99] ?? ""]: 2, [segmentIds[199] ?? ""]: 2 });
    expect(await findInArticle(owner, id, "石头")).toEqual({});
    expect(await findInArticle(owner, id, " ")).toEqual({});
  });

  it("lets nobody work on one that lies in the trash", () => {
    const { id } = anArticle(owner);
    trashArticle(owner, id);
    expect(() => getArticle(owner, id, "translate")).toThrow(new AppError("not-found"));
    expect(() => getArticle(owner, id, "approve")).toThrow(new AppError("not-found"));
    expect(getArticle(owner, id, "read").id).toBe(id);
  });

  it("is known by the address that it was given", () => {
    const { id } = anArticle(owner);
    const sourceUrl = "https://zhihu.com/question/12/answer/34?utm_source=x";
    editArticle(owner, { articleId: id, sourceUrl });
    const same = { sha256: "", sourceKey: "zhihu:answer:34" };
    expect(findExisting(owner.projectId, same)).toMatchObject({ id });
    const refused = "https://name:word@example.org/";
    expect(() => editArticle(owner, { articleId: id, sourceUrl: refused })).toThrow(
      new AppError("invalid-input"),
    );
    editArticle(owner, { articleId: id, sourceUrl: null });
    expect(findExisting(owner.projectId, same)).toBe(null);
  });

  it("keeps what an edit does not name", () => {
    const { id } = anArticle(owner);
    editArticle(owner, { articleId: id, author: "林河" });
    editArticle(owner, { articleId: id, permission: "author-agreed" });
    expect(getWorkbench(owner, id).article).toMatchObject({
      title: "标题",
      author: "林河",
      permission: "author-agreed",
    });
  });
});
