import { Fragment, type ReactNode } from "react";
import { Formula } from "#components/editor/formula.tsx";
import { type Inline, renderPlainText, type SimpleMark, type TextRun } from "#core/articles/inline.ts";

const markElements: Record<SimpleMark, "strong" | "em" | "u" | "s" | "sup" | "sub" | "code"> = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strike: "s",
  superscript: "sup",
  subscript: "sub",
  code: "code",
};

/** A stretch of the plain text that something is drawn over, in UTF-16 units of `renderPlainText`. */
export type Highlight = {
  readonly start: number;
  readonly end: number;
  readonly render: (text: ReactNode, key: string) => ReactNode;
};

export type InlineContentProps = {
  readonly content: readonly Inline[];
  /** In order and without overlap. */
  readonly highlights?: readonly Highlight[];
  /** Links lead out in the source only; inside the target a click means editing. */
  readonly hasLinks?: boolean;
};

/** Inline content as static text: no editor, no HTML from outside. */
export function InlineContent({ content, highlights = [], hasLinks = false }: InlineContentProps) {
  let offset = 0;
  return content.map((inline, index) => {
    const start = offset;
    const key = `${start}-${inline.type}`;
    if (inline.type !== "text") {
      const text = renderPlainText([inline]);
      offset += text.length;
      if (inline.type === "break") return <br key={key} />;
      if (inline.type === "formula") {
        return (
          <span key={key} className="whitespace-nowrap">
            <Formula tex={inline.tex} />
            {findClosingMark(content[index + 1])}
          </span>
        );
      }
      return (
        <span key={key} className="placeholder" data-placeholder={inline.type}>
          {text}
        </span>
      );
    }
    offset += inline.text.length;
    const shown = content[index - 1]?.type === "formula" ? findClosingMark(inline).length : 0;
    const pieces = cutRun(inline.text.slice(shown), start + shown, highlights);
    return <Fragment key={key}>{renderRun(inline, pieces, hasLinks)}</Fragment>;
  });
}

/** The mark that may not begin a line and would, since browsers break lines at the edges of a formula. */
function findClosingMark(inline: Inline | undefined): string {
  if (inline?.type !== "text" || inline.marks || inline.href) return "";
  return /^[，。、；：？！）」』》】〉”’…,.;:?!)\]]/u.exec(inline.text)?.[0] ?? "";
}

function cutRun(text: string, start: number, highlights: readonly Highlight[]): ReactNode[] {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const highlight of highlights) {
    const from = Math.max(0, highlight.start - start);
    const to = Math.min(text.length, highlight.end - start);
    if (from >= to) continue;
    pieces.push(text.slice(at, from), highlight.render(text.slice(from, to), `${start + from}`));
    at = to;
  }
  pieces.push(text.slice(at));
  return pieces;
}

function renderRun(run: TextRun, pieces: ReactNode[], hasLinks: boolean): ReactNode {
  let node: ReactNode = pieces;
  for (const mark of [...(run.marks ?? [])].reverse()) {
    const Element = markElements[mark];
    node = <Element>{node}</Element>;
  }
  if (!run.href) return node;
  if (!hasLinks) return <span className="text-link">{node}</span>;
  return (
    <a className="text-link" href={run.href} target="_blank" rel="noopener noreferrer nofollow">
      {node}
    </a>
  );
}
