import { getSchema } from "@tiptap/core";
import { describe, expect, test } from "vitest";
import { buildPastedText, flattenPastedHtml } from "./clipboard.ts";
import { createTextExtensions } from "./text-extensions.ts";

describe("what is pasted from elsewhere", () => {
  test("has blocks as lines", () => {
    expect(flattenPastedHtml("<p>one</p><p>two</p>end")).toBe("<p>one</p><br><p>two</p><br>end");
  });

  test("has the cells of a table apart, and its rows as lines", () => {
    const table =
      "<table><tbody><tr><th>Name</th><th>Age</th></tr><tr><td>Ann</td><td>9</td></tr></tbody></table>";
    expect(flattenPastedHtml(`${table}end`)).toBe("Name Age<br>Ann 9<br>end");
  });

  test("may have white space between the tags of a table, and blocks in its cells", () => {
    const table = `<table border="0">
      <colgroup><col width="60"></colgroup>
      <tbody>
        <tr> <td class="a"><p dir="ltr">Name</p></td>
             <td><p>Age</p> </td> </tr>
        <tr> <td><p>Ann</p><p>Lee</p></td> <td>9</td> </tr>
      </tbody>
    </table>
    <p>end</p>`;
    const flat = flattenPastedHtml(table).replaceAll(/<\/?p>/g, "");
    expect(
      flat
        .replaceAll(/\s+/g, " ")
        .replaceAll(/ ?<br> ?/g, "<br>")
        .trim(),
    ).toBe("Name Age<br>Ann<br>Lee 9<br>end");
  });

  test("has no control characters, and keeps what else is unusual", () => {
    expect(flattenPastedHtml("<p>a\u0000b\u001b\u0085c</p>")).toBe("<p>ab\nc</p>");
    expect(flattenPastedHtml("<p>👩‍👩‍👧 שלום 𠮷</p>")).toBe("<p>👩‍👩‍👧 שלום 𠮷</p>");
  });

  test("has the line ends of other programs as breaks", () => {
    const schema = getSchema(createTextExtensions());
    const { content } = buildPastedText(schema, "a\vb\u2028c\r\nd\u0007\n");
    expect(content.toJSON().map((node: { text?: string }) => node.text ?? "|")).toEqual([..."a|b|c|d"]);
  });
});
