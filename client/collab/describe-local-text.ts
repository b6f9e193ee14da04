/** The text of a local copy, for its writer to keep: one paragraph per segment that differs from the server's. */
import type * as Y from "yjs";
import { hashContent } from "#core/articles/canonical.ts";
import { renderPlainText } from "#core/articles/inline.ts";
import { getFragment, readTarget } from "#core/articles/part-text.ts";
import { listSegmentIds } from "./part-targets.ts";
import type { SessionSegment } from "./session-types.ts";

type LocalTarget = {
  readonly segmentId: string;
  readonly number: number;
  readonly hash: string;
  readonly text: string;
};

/** The targets of a copy that hold anything. */
export function readLocalText(doc: Y.Doc, segments: readonly SessionSegment[]): readonly LocalTarget[] {
  const known = new Set(listSegmentIds(doc));
  return segments.flatMap(({ id, number }): LocalTarget[] => {
    if (!known.has(id)) return [];
    const { content } = readTarget(getFragment(doc, id));
    const text = renderPlainText(content);
    return text === "" ? [] : [{ segmentId: id, number, hash: hashContent(content), text }];
  });
}

/** Plain text with the number before each target that is not the server's; null when there is none. */
export function describeDifference(
  targets: readonly LocalTarget[],
  getServerHash: (segmentId: string) => string,
): string | null {
  const entries = targets
    .filter(({ segmentId, hash }) => hash !== getServerHash(segmentId))
    .map(({ number, text }) => `[${number}]\n${text}\n`);
  return entries.length === 0 ? null : entries.join("\n");
}
