import { PDFDict, PDFDocument, PDFName } from "pdf-lib";
import { expect, test } from "vitest";
import { type BookFacts, buildBook } from "#core/exporting/build-book.ts";
import { defaultExportOptions } from "#core/exporting/options.ts";
import { renderPdf } from "./render-pdf.ts";

const facts: BookFacts = {
  title: "桥",
  author: "修桥人",
  sourceUrl: null,
  sourceDate: null,
  translators: [],
  reviewers: [],
  permission: "unknown",
  editionDate: "2026-11-23",
};

function aBook(source: string, target: string) {
  return buildBook(
    facts,
    [{ kind: "paragraph", pid: null, parent: null, segment: 0, attributes: {} }],
    [
      {
        kind: "paragraph",
        content: [{ type: "text", text: source }],
        target: [{ type: "text", text: target }],
        state: "draft",
      },
    ],
  );
}

test("a tagged PDF of hostile text, the same bytes twice", async () => {
  const book = aBook("弯道超车𠮷\u202e\u0007", '#panic("x") #include "/etc/passwd" <b>');
  const [first, second] = await Promise.all([
    renderPdf(book, defaultExportOptions),
    renderPdf(book, defaultExportOptions),
  ]);
  expect(Buffer.from(first.pdf).equals(second.pdf)).toBe(true);
  expect(first.notices.map((notice) => notice.code).sort()).toEqual([
    "control-removed",
    "control-removed",
    "missing-glyph",
  ]);
  const { catalog } = await PDFDocument.load(first.pdf, { updateMetadata: false });
  expect(catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict)).toBeDefined();
  expect(catalog.has(PDFName.of("Outlines"))).toBe(true);
  expect(Buffer.from(first.pdf).toString("latin1")).toContain("pdfuaid:part");
});

test("a cancelled job ends with its reason, and the next one is set", async () => {
  const control = new AbortController();
  const cancelled = renderPdf(aBook("石".repeat(200_000), ""), defaultExportOptions, {
    signal: control.signal,
    onStage: () => queueMicrotask(() => control.abort("cancelled")),
  });
  await expect(cancelled).rejects.toBe("cancelled");
  expect((await renderPdf(aBook("石", "Stone"), defaultExportOptions)).pages).toBe(1);
});

test("a job beyond its memory is too large", async () => {
  const greedy = renderPdf(aBook("石".repeat(200_000), ""), defaultExportOptions, { memoryLimit: 1_000_000 });
  await expect(greedy).rejects.toMatchObject({ code: "too-large" });
});
