/**
 * An open article on its way to the browser: one JSON string without what the browser can work out itself. As plain
 * props thousands of segments would be walked value by value on both sides, and hashes do not compress.
 */
import { hashContent } from "./canonical.ts";
import { type Inline, renderPlainText } from "./inline.ts";
import type { Workbench, WorkbenchSegment } from "./workbench.ts";

/** A single run without marks is written as its text. */
type PackedContent = string | readonly Inline[];

type PackedSegment = readonly [
  id: string,
  kind: WorkbenchSegment["kind"],
  pid: string | null,
  block: number | null,
  part: number,
  source: PackedContent,
  target: PackedContent,
  targetValid: boolean,
  /** Of source and target, where a confirmation asks for them. */
  hashes?: readonly [source: string, target: string],
];

type Packed = Omit<Workbench, "segments"> & { readonly segments: readonly PackedSegment[] };

export function packWorkbench(workbench: Workbench): string {
  const confirmed = new Set(workbench.confirmations.map((each) => each.segmentId));
  const segments = workbench.segments.map((segment): PackedSegment => {
    const { id, kind, pid, block, part, sourceHash, targetHash, targetValid } = segment;
    const texts = [packContent(segment.source), packContent(segment.target)] as const;
    const packed = [id, kind, pid, block, part, ...texts, targetValid] as const;
    return confirmed.has(id) ? [...packed, [sourceHash, targetHash]] : packed;
  });
  return JSON.stringify({ ...workbench, segments } satisfies Packed);
}

/** The workbench that was packed. Hashes that did not travel are computed when somebody asks for them. */
export function unpackWorkbench(packed: string): Workbench {
  // Written by `packWorkbench` alone.
  const { segments, ...rest } = JSON.parse(packed) as Packed;
  return { ...rest, segments: segments.map(unpackSegment) };
}

function packContent(content: readonly Inline[]): PackedContent {
  const [only, second] = content;
  const isPlain = only?.type === "text" && !second && !only.marks && !only.href;
  return isPlain ? only.text : content;
}

function unpackContent(packed: PackedContent): readonly Inline[] {
  return typeof packed === "string" ? [{ type: "text", text: packed }] : packed;
}

function unpackSegment(packed: PackedSegment, index: number): WorkbenchSegment {
  const [id, kind, pid, block, part, packedSource, packedTarget, targetValid, hashes] = packed;
  const source = unpackContent(packedSource);
  const target = unpackContent(packedTarget);
  let [sourceHash, targetHash] = hashes ?? [];
  return {
    id,
    number: index + 1,
    kind,
    pid,
    block,
    part,
    source,
    sourceText: renderPlainText(source),
    get sourceHash() {
      sourceHash ??= hashContent(source);
      return sourceHash;
    },
    target,
    get targetHash() {
      targetHash ??= hashContent(target);
      return targetHash;
    },
    targetValid,
  };
}
