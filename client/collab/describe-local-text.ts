/** The text of a local copy, for its writer to keep: one paragraph per segment that differs from the server's. */
import type * as Y from "yjs";
import { hashContent } from "#core/articles/canonical.ts";
import { renderPlainText } from "#core/articles/inline.ts";
import { getFragment, readTarget } from "#core/articles/part-text.ts";
import { listSegmentIds } from "./part-targets.ts";
import type { SessionSegment, TargetView } from "./session-types.ts";

/** Plain text with a number line before each target; null when nothing differs. */
export function describeLocalText(
  doc: Y.Doc,
  segments: readonly SessionSegment[],
  readStored: (segmentId: string) => TargetView,
): string | null {
  const local = new Set(listSegmentIds(doc));
  const entries: string[] = [];
  for (const segment of segments) {
    if (!local.has(segment.id)) continue;
    const { content } = readTarget(getFragment(doc, segment.id));
    if (content.length === 0 || hashContent(content) === readStored(segment.id).hash) continue;
    entries.push(`[${segment.number}]\n${renderPlainText(content)}\n`);
  }
  return entries.length === 0 ? null : entries.join("\n");
}
