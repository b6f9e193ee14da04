/**
 * The text schema as the editor, the clipboard and the checks see it: one list of marks and inline nodes.
 * It names what `Inline` may hold; the order of the marks is the canonical one.
 */
import { type Inline, placeholderTypes, type SimpleMark, simpleMarks, type TextRun } from "./inline.ts";

/** How a mark is written in HTML (first) and what else is read as it. */
export const markTags: Record<SimpleMark, readonly string[]> = {
  bold: ["strong", "b"],
  italic: ["em", "i"],
  underline: ["u"],
  strike: ["s", "del", "strike"],
  superscript: ["sup"],
  subscript: ["sub"],
  code: ["code"],
};

/** Attributes of each inline atom, in the order in which they are stored. */
export const atomAttributes = {
  hardBreak: [],
  formula: ["id", "tex"],
  footnote: ["id", "number"],
  mention: ["id", "name"],
  image: ["id", "alt", "src"],
} as const;

export type AtomName = keyof typeof atomAttributes;
export const atomNames: readonly AtomName[] = ["hardBreak", ...placeholderTypes];

/** A node of the editor's document as JSON. */
export type TextNodeJson = {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
};

/** The editor's nodes for inline content. */
export function buildTextNodes(content: readonly Inline[]): TextNodeJson[] {
  return content.flatMap((inline): TextNodeJson[] => {
    if (inline.type === "text") return inline.text === "" ? [] : [buildTextNode(inline)];
    if (inline.type === "break") return [{ type: "hardBreak" }];
    const { type, ...attrs } = inline;
    return [{ type, attrs }];
  });
}

function buildTextNode(run: TextRun): TextNodeJson {
  const marks = simpleMarks
    .filter((mark) => run.marks?.includes(mark))
    .map((type) => ({ type: type as string }));
  const links = run.href ? [{ type: "link", attrs: { href: run.href } }] : [];
  return { type: "text", text: run.text, marks: [...marks, ...links] };
}

/** Inline content of the editor's nodes. What is not of the schema is left out. */
export function readTextNodes(nodes: readonly TextNodeJson[]): Inline[] {
  return nodes.flatMap((node) => readTextNode(node) ?? []);
}

function readTextNode(node: TextNodeJson): Inline | null {
  const text = (name: string) => String(node.attrs?.[name] ?? "");
  switch (node.type) {
    case "text":
      return readRun(node);
    case "hardBreak":
      return { type: "break" };
    case "formula":
      return { type: "formula", id: text("id"), tex: text("tex") };
    case "footnote":
      return { type: "footnote", id: text("id"), number: Number(node.attrs?.number) };
    case "mention":
      return { type: "mention", id: text("id"), name: text("name") };
    case "image": {
      const src = node.attrs?.src;
      return { type: "image", id: text("id"), alt: text("alt"), src: typeof src === "string" ? src : null };
    }
    default:
      return null;
  }
}

function readRun(node: TextNodeJson): TextRun {
  const names = new Set(node.marks?.map((mark) => mark.type));
  const marks = simpleMarks.filter((mark) => names.has(mark));
  const href = node.marks?.find((mark) => mark.type === "link")?.attrs?.href;
  return {
    type: "text",
    text: node.text ?? "",
    ...(marks.length > 0 ? { marks } : {}),
    ...(typeof href === "string" && isLinkTarget(href) ? { href } : {}),
  };
}

/** True for an address that a link may carry: absolute http or https. */
export function isLinkTarget(href: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(href);
}
