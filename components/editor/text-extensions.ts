import { type AnyExtension, Mark, Node, type NodeViewRenderer } from "@tiptap/core";
import { showFormula } from "#components/editor/show-formula.ts";
import { simpleMarks } from "#core/articles/inline.ts";
import {
  type AtomName,
  atomAttributes,
  atomNames,
  isLinkTarget,
  markTags,
} from "#core/articles/text-schema.ts";

/** What an atom is in plain text. */
const atomLabels: Record<AtomName, (attributes: Record<string, unknown>) => string> = {
  hardBreak: () => "",
  formula: ({ tex }) => `$${tex}$`,
  footnote: ({ number }) => `[${number}]`,
  mention: ({ name }) => String(name),
  image: ({ alt }) => String(alt),
};

const markKeys: Partial<Record<string, string>> = { bold: "Mod-b", italic: "Mod-i", underline: "Mod-u" };

/** The text schema as editor extensions: one line of text, breaks and placeholders, nothing around it. */
export function createTextExtensions(): AnyExtension[] {
  return [
    Node.create({ name: "doc", topNode: true, content: "inline*" }),
    Node.create({ name: "text", group: "inline" }),
    ...simpleMarks.map(createMark),
    createLink(),
    ...atomNames.map(createAtom),
  ];
}

function createMark(name: (typeof simpleMarks)[number]): Mark {
  const [tag] = markTags[name];
  return Mark.create({
    name,
    parseHTML: () => markTags[name].map((each) => ({ tag: each })),
    renderHTML: () => [tag ?? "span", 0],
    addKeyboardShortcuts() {
      const key = markKeys[name];
      return key ? { [key]: () => this.editor.commands.toggleMark(name) } : {};
    },
  });
}

function createLink(): Mark {
  return Mark.create({
    name: "link",
    inclusive: false,
    addAttributes: () => ({ href: { default: "" } }),
    parseHTML: () => [
      {
        tag: "a[href]",
        getAttrs: (element) => {
          const href = element.getAttribute("href") ?? "";
          return isLinkTarget(href) ? { href } : false;
        },
      },
    ],
    renderHTML: ({ mark }) => ["span", { class: "text-link", title: String(mark.attrs.href) }, 0],
  });
}

function createAtom(name: AtomName): Node {
  if (name === "hardBreak") {
    return Node.create({
      name,
      group: "inline",
      inline: true,
      selectable: false,
      linebreakReplacement: true,
      parseHTML: () => [{ tag: "br" }],
      renderHTML: () => ["br"],
      renderText: () => "\n",
    });
  }
  return Node.create({
    name,
    group: "inline",
    inline: true,
    atom: true,
    addAttributes: () =>
      Object.fromEntries(atomAttributes[name].map((attribute) => [attribute, { default: null }])),
    parseHTML: () => [{ tag: `span[data-placeholder="${name}"]`, getAttrs: readAtomAttributes }],
    renderHTML: ({ node }) => [
      "span",
      { class: "placeholder", "data-placeholder": name, "data-attributes": JSON.stringify(node.attrs) },
      atomLabels[name](node.attrs),
    ],
    renderText: ({ node }) => atomLabels[name](node.attrs),
    ...(name === "formula" ? { addNodeView: () => createFormulaView } : {}),
  });
}

/** On the page a formula is typeset; on the clipboard it stays what `renderHTML` says. */
const createFormulaView: NodeViewRenderer = ({ node }) => {
  const dom = document.createElement("span");
  dom.className = "formula";
  const destroy = showFormula(dom, String(node.attrs.tex), false);
  // What fills the element later is no edit of the text.
  return { dom, destroy, ignoreMutation: () => true };
};

/** Only what this editor itself has put on the clipboard; anything malformed is no placeholder. */
function readAtomAttributes(element: HTMLElement): Record<string, unknown> | false {
  try {
    const parsed: unknown = JSON.parse(element.dataset.attributes ?? "");
    return typeof parsed === "object" && parsed !== null && "id" in parsed && typeof parsed.id === "string"
      ? { ...parsed }
      : false;
  } catch {
    return false;
  }
}
