/** Plain text: blank lines separate paragraphs, a single line end is a break. */
import { BlockList } from "./block-list.ts";
import { InlineBuilder, plainStyle } from "./inline-builder.ts";
import { checkLimit } from "./limits.ts";
import type { WarningLog } from "./warnings.ts";

/** Reads text into paragraphs without pid. Text without any blank line has one paragraph per line. */
export function readPlainText(text: string, warnings: WarningLog): BlockList {
  const blocks = new BlockList(warnings);
  const lines = text
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => line.trim());
  const hasBlank = lines.join("\n").trim().includes("\n\n");
  let paragraph: string[] = [];
  const end = () => {
    if (paragraph.length === 0) return;
    checkLimit("nodes", blocks.length);
    addParagraph(blocks, paragraph, warnings);
    paragraph = [];
  };
  for (const line of lines) {
    if (line === "") end();
    else paragraph.push(line);
    if (!hasBlank) end();
  }
  end();
  return blocks;
}

function addParagraph(blocks: BlockList, lines: readonly string[], warnings: WarningLog): void {
  const builder = new InlineBuilder(warnings);
  lines.forEach((line, index) => {
    if (index > 0) builder.addBreak();
    builder.addText(line, plainStyle);
  });
  const content = builder.finish();
  if (content.length > 0) blocks.add({ kind: "paragraph", pid: null, parent: null, attributes: {} }, content);
}
