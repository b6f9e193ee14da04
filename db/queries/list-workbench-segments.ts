import type { WorkbenchSegment } from "../../core/articles/workbench.ts";
import { getHandle } from "../client.ts";

type Row = [
  id: string,
  number: number,
  kind: WorkbenchSegment["kind"],
  pid: string | null,
  block: number | null,
  part: number,
  source: string,
  sourceText: string,
  sourceHash: string,
  target: string,
  targetHash: string,
  targetValid: number,
];

const segmentsOfArticle = `SELECT s.id, s.number, s.kind, s.pid, s.block, p.ordinal, s.source, s.source_text,
  s.source_hash, s.target, s.target_hash, s.target_valid
  FROM segments s JOIN parts p ON p.id = s.part_id WHERE s.article_id = ? ORDER BY s.number`;

/** An article's segments in their order. Prepared SQL: thousands of rows are read before the page is shown. */
export function listWorkbenchSegments(articleId: string): WorkbenchSegment[] {
  const rows = getHandle().raw.prepare<[string], Row>(segmentsOfArticle).raw().all(articleId);
  return rows.map(([id, number, kind, pid, block, part, source, sourceText, sourceHash, ...rest]) => {
    const [target, targetHash, targetValid] = rest;
    return {
      id,
      number,
      kind,
      pid,
      block,
      part,
      source: JSON.parse(source),
      sourceText,
      sourceHash,
      target: target === "[]" ? [] : JSON.parse(target),
      targetHash,
      targetValid: targetValid === 1,
    };
  });
}
