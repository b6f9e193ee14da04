/** Marks as a translator wants to carry them: no space at their edges, none around a whole unit, equal neighbours joined. */
import type { Inline, TextRun } from "../articles/inline.ts";

/** Moves edge spaces out of marked runs, drops bold around the whole unit, joins runs of one style. Text is unchanged. */
export function tidyRuns(content: readonly Inline[]): Inline[] {
  return joinRuns(dropWholeBold(content.flatMap(moveEdgeSpace)));
}

function moveEdgeSpace(inline: Inline): Inline[] {
  if (inline.type !== "text" || (inline.marks === undefined && inline.href === undefined)) return [inline];
  const text = inline.text.trim();
  const start = inline.text.length - inline.text.trimStart().length;
  const pieces: TextRun[] = [
    { type: "text", text: inline.text.slice(0, start) },
    { ...inline, text },
    { type: "text", text: text === "" ? "" : inline.text.slice(start + text.length) },
  ];
  return pieces.filter((piece) => piece.text !== "");
}

/** Zhihu's headings, and paragraphs meant as headings, are bold throughout: there the mark says nothing. */
function dropWholeBold(content: Inline[]): Inline[] {
  const runs = content.filter((inline) => inline.type === "text").filter((run) => run.text.trim() !== "");
  if (!runs.every((run) => run.marks?.includes("bold"))) return content;
  return content.map((inline) => {
    if (inline.type !== "text" || inline.marks === undefined) return inline;
    const { marks, ...rest } = inline;
    const others = marks.filter((mark) => mark !== "bold");
    return others.length > 0 ? { ...rest, marks: others } : rest;
  });
}

function joinRuns(content: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  let texts: string[] = [];
  let open: TextRun | null = null;
  const close = () => {
    if (open !== null) joined.push({ ...open, text: texts.join("") });
    open = null;
    texts = [];
  };
  for (const inline of content) {
    if (inline.type !== "text") {
      close();
      joined.push(inline);
      continue;
    }
    if (open === null || !isSameStyle(open, inline)) {
      close();
      open = inline;
    }
    texts.push(inline.text);
  }
  close();
  return joined;
}

function isSameStyle(a: TextRun, b: TextRun): boolean {
  return a.href === b.href && (a.marks ?? []).join() === (b.marks ?? []).join();
}
