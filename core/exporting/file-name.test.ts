import { expect, test } from "vitest";
import { buildAttachmentHeader, buildFileName } from "./file-name.ts";

test.each([
  ["河上的桥为什么总是拱的？", "河上的桥为什么总是拱的？.pdf"],
  ["a/b\\c:d", "a b c d.pdf"],
  ["../..", "duizhao.pdf"],
  ["CON", "duizhao.pdf"],
  ["\u202egnp", "gnp.pdf"],
])("names %j", (title, name) => expect(buildFileName(title, "pdf")).toBe(name));

test("a name has at most 255 bytes with its ending, and no half of a character", () => {
  expect(Buffer.byteLength(buildFileName("𠮷".repeat(200), "pdf"))).toBeLessThan(256);
  expect(buildFileName(`a${"👍🏽".repeat(80)}`, "pdf")).toMatch(/^a(👍🏽)+\.pdf$/u);
  expect(buildFileName("桥".repeat(200), "pdf")).toBe(`${"桥".repeat(80)}.pdf`);
});

test("the header carries both names", () => {
  expect(buildAttachmentHeader("桥.pdf")).toBe(
    `attachment; filename="_.pdf"; filename*=UTF-8''%E6%A1%A5.pdf`,
  );
});
