import { describe, expect, test } from "vitest";
import { hashContent } from "./canonical.ts";
import type { Inline } from "./inline.ts";
import { packWorkbench, unpackWorkbench } from "./pack-workbench.ts";
import type { Workbench, WorkbenchConfirmation, WorkbenchSegment } from "./workbench.ts";

const contents: readonly (readonly Inline[])[] = [
  [],
  [{ type: "text", text: "桥" }],
  [{ type: "text", text: "桥", marks: ["bold"] }],
  [{ type: "text", text: "桥", href: "https://example.org/" }],
  [{ type: "text", text: "一" }, { type: "break" }, { type: "text", text: "二" }],
  [{ type: "formula", id: "f1", tex: "x^2" }],
  [{ type: "text", text: "" }],
];

function aSegment(source: readonly Inline[], index: number): WorkbenchSegment {
  const target = contents[contents.length - 1 - index] ?? [];
  const texts = ["", "桥", "桥", "桥", "一\n二", "$x^2$", ""];
  return {
    id: `segment-${index}`,
    number: index + 1,
    kind: index === 0 ? "title" : "paragraph",
    pid: index === 0 ? null : "-1lowVjs",
    block: index === 0 ? null : index - 1,
    part: 0,
    source,
    sourceText: texts[index] ?? "",
    sourceHash: hashContent(source),
    target,
    targetHash: hashContent(target),
    targetValid: index !== 3,
  };
}

const workbench = {
  article: { id: "a", title: "桥" },
  blocks: [{ kind: "divider", pid: null, parent: null, segment: null, attributes: {} }],
  segments: contents.map(aSegment),
  parts: [{ id: "p", ordinal: 0, epoch: 3 }],
  confirmations: [{ segmentId: "segment-3" } as WorkbenchConfirmation],
  members: [],
  me: { id: "m" },
  resumeSegmentId: "segment-1",
} as unknown as Workbench;

describe("packing a workbench", () => {
  test("gives it back whole", () => {
    expect(unpackWorkbench(packWorkbench(workbench))).toEqual(workbench);
  });

  test("sends hashes only where a confirmation asks for them", () => {
    const packed = packWorkbench(workbench);
    const sent = workbench.segments.filter(({ sourceHash }) => packed.includes(sourceHash));
    expect(sent.map(({ id }) => id)).toEqual(["segment-3"]);
  });
});
