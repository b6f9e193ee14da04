/** The book of an article as it is stored, with who stands behind it and what could not be read. */
import type { Confirmation } from "#core/articles/states.ts";
import { getSegmentState } from "#core/articles/states.ts";
import type { WorkbenchConfirmation, WorkbenchSegment } from "#core/articles/workbench.ts";
import type { BilingualBook } from "#core/exporting/book.ts";
import { buildBook } from "#core/exporting/build-book.ts";
import type { ExportNotice } from "#core/exporting/options.ts";
import { localOwnerName } from "#core/people/local-names.ts";
import type { Member } from "#core/people/permissions.ts";
import { getArticle } from "#server/articles/get-article.ts";
import { getWorkbench } from "#server/articles/get-workbench.ts";

export type LoadedBook = { readonly book: BilingualBook; readonly notices: readonly ExportNotice[] };

/** `signature` names the member in the file. Throws as `getArticle` with "export". */
export function loadBook(member: Member, articleId: string, signature: string): LoadedBook {
  const { blocks, segments, confirmations } = getWorkbench(member, articleId);
  const article = getArticle(member, articleId, "export");
  const { title, author, sourceUrl, updatedAt, permission } = article;
  const bySegment = Map.groupBy(confirmations, (each) => each.segmentId);
  const editionDate = findLastChange(article.changedAt, confirmations);
  const facts = { title, author, sourceUrl, sourceDate: updatedAt, permission, editionDate };
  const getName = (each: WorkbenchConfirmation) =>
    each.memberId === member.id ? signature || nameInPrint(member) : each.memberName;
  const people = listPeople(segments, bySegment, getName);
  const texts = segments.map((segment) => ({
    kind: segment.kind,
    content: segment.source,
    target: segment.target,
    state: readState(segment, bySegment.get(segment.id) ?? []),
  }));
  const invalid = segments.filter((segment) => !segment.targetValid);
  return {
    book: buildBook({ ...facts, ...people }, blocks, texts),
    notices: invalid.map(({ number }) => ({ code: "invalid-target", segment: number, detail: "" })),
  };
}

/** The day, in UTC, of the last change to what is printed: one revision makes the same file whenever it is exported. */
function findLastChange(changedAt: number, confirmations: readonly WorkbenchConfirmation[]): string {
  const last = confirmations.reduce(
    (latest, { at, withdrawnAt }) => Math.max(latest, at, withdrawnAt ?? 0),
    changedAt,
  );
  return new Date(last).toISOString().slice(0, 10);
}

function readState(segment: WorkbenchSegment, confirmations: readonly Confirmation[]) {
  return getSegmentState(segment.target.length === 0, confirmations, segment.sourceHash, segment.targetHash);
}

/** A page names nobody "you". */
function nameInPrint({ name }: Member): string | null {
  return name === localOwnerName ? null : name;
}

/** Who stands behind the text as it is: names by what they confirmed, each once, in the order of the article. */
function listPeople(
  segments: readonly WorkbenchSegment[],
  bySegment: ReadonlyMap<string, readonly WorkbenchConfirmation[]>,
  getName: (confirmation: WorkbenchConfirmation) => string | null,
): Pick<BilingualBook, "translators" | "reviewers"> {
  const valid = segments.flatMap((segment) =>
    (bySegment.get(segment.id) ?? []).filter(
      (each) =>
        !each.withdrawn && each.sourceHash === segment.sourceHash && each.targetHash === segment.targetHash,
    ),
  );
  const names = (level: Confirmation["level"]) => [
    ...new Set(valid.filter((each) => each.level === level).flatMap((each) => getName(each) ?? [])),
  ];
  return { translators: names("translated"), reviewers: names("approved") };
}
