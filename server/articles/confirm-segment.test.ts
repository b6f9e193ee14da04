import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashContent } from "#core/articles/canonical.ts";
import type { Inline } from "#core/articles/inline.ts";
import type { Member } from "#core/people/permissions.ts";
import { aDatabase, aMember, anArticle, aProject, type BuiltArticle } from "#db/builders.ts";
import { listProgress } from "#db/queries/list-progress.ts";
import { createCollaboration } from "#server/collab/collaboration.ts";
import { editSegment } from "#server/collab/edit-part.ts";
import { flushArticle } from "#server/collab/read-live.ts";
import { confirmSegment } from "./confirm-segment.ts";
import { listConfirmations } from "./list-confirmations.ts";
import { withdrawConfirmation } from "./withdraw-confirmation.ts";

const draft: Inline[] = [{ type: "text", text: "The first paragraph." }];
const hash = hashContent(draft);
let database: ReturnType<typeof aDatabase>;
let collaboration: ReturnType<typeof createCollaboration>;
let owner: Member;
let article: BuiltArticle;
let segmentId: string;

beforeEach(async () => {
  database = aDatabase();
  collaboration = createCollaboration();
  owner = aProject();
  article = anArticle(owner);
  segmentId = article.segmentIds[1] ?? "";
  await type(draft);
});
afterEach(async () => {
  await collaboration.destroy();
  database.close();
});

async function type(content: readonly Inline[]): Promise<void> {
  await editSegment(segmentId, content, { memberId: owner.id, origin: "test" });
  await flushArticle(article.id);
}

function getState(): string {
  const progress = listProgress(owner.projectId).get(article.id);
  const states = ["draft", "translated", "approved"] as const;
  return states.find((state) => progress?.[state].segments === 1) ?? "untranslated";
}

describe("confirming", () => {
  it("takes a translator's word as translated and a reviewer's as approved", async () => {
    const translator = aMember(owner.projectId, "translator");
    await confirmSegment(translator, { segmentId, level: "translated", targetHash: hash });
    expect(getState()).toBe("translated");
    await confirmSegment(owner, { segmentId, level: "approved", targetHash: hash });
    expect(getState()).toBe("approved");
    expect(listConfirmations(owner, article.id).map((each) => each.memberName)).toEqual([
      "translator",
      "Owner",
    ]);
  });

  it("refuses the hash of another text, and names today's", async () => {
    const attempt = confirmSegment(owner, { segmentId, level: "approved", targetHash: hashContent([]) });
    await expect(attempt).rejects.toMatchObject({ code: "conflict", details: { targetHash: hash } });
    expect(listConfirmations(owner, article.id)).toEqual([]);
  });

  it("refuses an empty text", async () => {
    await type([]);
    const attempt = confirmSegment(owner, { segmentId, level: "approved", targetHash: hashContent([]) });
    await expect(attempt).rejects.toMatchObject({ code: "invalid-input" });
  });

  it.each([
    ["viewer", "translated"],
    ["viewer", "approved"],
    ["translator", "approved"],
  ] as const)("does not let a %s make it %s", async (role, level) => {
    const member = aMember(owner.projectId, role);
    const attempt = confirmSegment(member, { segmentId, level, targetHash: hash });
    await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
  });

  it("tells a stranger nothing of the segment", async () => {
    const attempt = confirmSegment(aProject(), { segmentId, level: "approved", targetHash: hash });
    await expect(attempt).rejects.toMatchObject({ code: "not-found" });
  });

  it("ends by an edit and comes back with the text", async () => {
    await confirmSegment(owner, { segmentId, level: "approved", targetHash: hash });
    await type([{ type: "text", text: "The first paragraph!" }]);
    expect(getState()).toBe("draft");
    await type(draft);
    expect(getState()).toBe("approved");
  });
});

describe("withdrawing", () => {
  it("leaves a draft with the reason", async () => {
    await confirmSegment(owner, { segmentId, level: "approved", targetHash: hash });
    await withdrawConfirmation(owner, { segmentId, reason: "Too free." });
    expect(getState()).toBe("draft");
    expect(listConfirmations(owner, article.id)[0]).toMatchObject({
      withdrawn: true,
      withdrawnBy: owner.id,
      withdrawnReason: "Too free.",
    });
  });

  it("lets who has sent it back put the reason better, and nobody else", async () => {
    const reviewer = aMember(owner.projectId, "reviewer");
    await confirmSegment(owner, { segmentId, level: "approved", targetHash: hash });
    await withdrawConfirmation(owner, { segmentId, reason: "Too free." });
    await withdrawConfirmation(owner, { segmentId, reason: "Too free: see the title." });
    expect(listConfirmations(owner, article.id)[0]?.withdrawnReason).toBe("Too free: see the title.");
    for (const [member, reason] of [
      [reviewer, "Mine."],
      [owner, null],
    ] as const)
      await expect(withdrawConfirmation(member, { segmentId, reason })).rejects.toThrow("invalid-input");
  });

  it("does not let a translator take an approval back, or send back", async () => {
    const translator = aMember(owner.projectId, "translator");
    await confirmSegment(translator, { segmentId, level: "translated", targetHash: hash });
    await expect(withdrawConfirmation(translator, { segmentId, reason: "no" })).rejects.toThrow("forbidden");
    await confirmSegment(owner, { segmentId, level: "approved", targetHash: hash });
    await expect(withdrawConfirmation(translator, { segmentId, reason: null })).rejects.toThrow("forbidden");
  });

  it("lets a translator take their own back although an earlier text was approved", async () => {
    const translator = aMember(owner.projectId, "translator");
    await confirmSegment(owner, { segmentId, level: "approved", targetHash: hash });
    const later: Inline[] = [{ type: "text", text: "The first paragraph, newly put." }];
    await type(later);
    await confirmSegment(translator, { segmentId, level: "translated", targetHash: hashContent(later) });
    await withdrawConfirmation(translator, { segmentId, reason: null });
    expect(getState()).toBe("draft");
    await type(draft);
    expect(getState()).toBe("approved");
  });
});
