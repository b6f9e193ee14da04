import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { deleteRange, getFragmentLength, insertAt } from "./fragment-range.ts";
import type { Inline } from "./inline.ts";
import { readTarget } from "./part-text.ts";

const image: Inline = { type: "image", id: "i1", alt: "桥", src: null };

function createFragment(...children: (Y.XmlText | Y.XmlElement)[]): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment("s:x");
  fragment.insert(0, children);
  return fragment;
}

describe("a hostile fragment is read, however wide it is", () => {
  const count = 200_000;

  test("of breaks in one text", () => {
    const fragment = createFragment(new Y.XmlText());
    const text = fragment.get(0) as Y.XmlText;
    text.applyDelta(Array.from({ length: count }, () => ({ insert: { type: "break" } })));
    expect(readTarget(fragment).content).toHaveLength(count);
  });

  test("of elements that are not of the text schema", () => {
    const fragment = new Y.Doc().getXmlFragment("s:x");
    fragment.insert(
      0,
      Array.from({ length: count }, () => new Y.XmlElement("script")),
    );
    expect(readTarget(fragment)).toEqual({ valid: false, content: [] });
  });
});

test.each([
  ["https://example.org/a?b=c", true],
  ["https://example.org/ a", false],
  ["https://", false],
  ["javascript:alert(1)", false],
])("a link to %s is of the text schema: %s, as the editor has it", (href, valid) => {
  const fragment = createFragment(new Y.XmlText());
  (fragment.get(0) as Y.XmlText).insert(0, "桥", { link: { href } });
  expect(readTarget(fragment)).toEqual({
    valid,
    content: [{ type: "text", text: "桥", ...(valid ? { href } : {}) }],
  });
});

describe("the first version of the text schema", () => {
  function createOld(): Y.XmlFragment {
    const formula = new Y.XmlElement("formula");
    formula.setAttribute("id", "f1");
    formula.setAttribute("tex", "x^2");
    const footnote = new Y.XmlElement<{ id: string; number: number }>("footnote");
    footnote.setAttribute("id", "n1");
    footnote.setAttribute("number", 1);
    return createFragment(
      new Y.XmlText("one"),
      formula,
      footnote as unknown as Y.XmlElement,
      new Y.XmlElement("hardBreak"),
      new Y.XmlText("two"),
    );
  }

  test("is read: placeholders between texts", () => {
    expect(readTarget(createOld())).toEqual({
      valid: true,
      content: [
        { type: "text", text: "one" },
        { type: "formula", id: "f1", tex: "x^2" },
        { type: "footnote", id: "n1", number: 1 },
        { type: "break" },
        { type: "text", text: "two" },
      ],
    });
  });

  test("is edited like the present one", () => {
    const fragment = createOld();
    expect(getFragmentLength(fragment)).toBe(9);
    insertAt(fragment, 4, [image]);
    insertAt(fragment, 9, [{ type: "text", text: "-" }]);
    deleteRange(fragment, 2, 4);
    expect(readTarget(fragment)).toEqual({
      valid: true,
      content: [
        { type: "text", text: "on" },
        image,
        { type: "footnote", id: "n1", number: 1 },
        { type: "break" },
        { type: "text", text: "tw-o" },
      ],
    });
  });
});

/** What no public method makes, but any browser can send. */
function embedString(text: Y.XmlText): void {
  const { doc, _start: left } = text;
  if (!doc || !left) return;
  doc.transact((transaction) => {
    const id = Y.createID(doc.clientID, Y.getState(doc.store, doc.clientID));
    const content = new Y.ContentEmbed("two" as unknown as object);
    new Y.Item(id, left, left.lastId, null, null, text, null, content).integrate(transaction, 0);
  });
}

test.each<[string, (text: Y.XmlText) => void, string]>([
  ["a value without a type", (text) => text.insertEmbed(3, {}), "one"],
  ["a placeholder without its content", (text) => text.insertEmbed(3, { type: "formula", id: "f1" }), "one"],
  ["a placeholder of no known kind", (text) => text.insertEmbed(3, { type: "script", id: "s1" }), "one"],
  ["a string that counts as one place", embedString, "onetwo"],
  ["a type of Yjs", (text) => text.insertEmbed(3, new Y.Map([["type", "break"]])), "one"],
  ["a mark of no known name", (text) => text.format(0, 1, { blink: {} }), "one"],
])("%s makes the target invalid, and its plain text is shown", (_name, spoil, text) => {
  const fragment = createFragment(new Y.XmlText("one"));
  spoil(fragment.get(0) as Y.XmlText);
  expect(readTarget(fragment)).toEqual({ valid: false, content: [{ type: "text", text }] });
});
