import { PDFDict, PDFDocument, PDFName } from "pdf-lib";
import { expect, test } from "vitest";
import { buildBook } from "#core/exporting/build-book.ts";
import { bridgeFacts } from "#core/exporting/fixture-facts.ts";
import { defaultExportOptions } from "#core/exporting/options.ts";
import { jobLimit } from "./pdf-process.ts";
import { getPdfProcessId, renderPdf } from "./render-pdf.ts";

const facts = { ...bridgeFacts, author: "修桥人" };

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

test("a cancelled job ends with its reason when its process is dead, and the next one is set", async () => {
  await renderPdf(aBook("石", "Stone"), defaultExportOptions);
  const pid = getPdfProcessId() ?? 0;
  const control = new AbortController();
  const cancelled = renderPdf(aBook("石".repeat(200_000), ""), defaultExportOptions, {
    signal: control.signal,
    onStage: () => queueMicrotask(() => control.abort("cancelled")),
  });
  const waiting = new AbortController();
  const next = renderPdf(aBook("石", "Stone"), defaultExportOptions, { signal: waiting.signal });
  waiting.abort("not now");
  await expect(next).rejects.toBe("not now");
  expect(isAlive(pid)).toBe(true);
  await expect(cancelled).rejects.toBe("cancelled");
  expect(isAlive(pid)).toBe(false);
  expect((await renderPdf(aBook("石", "Stone"), defaultExportOptions)).pages).toBe(1);
});

test("a job cancelled as it begins is cancelled too", async () => {
  const control = new AbortController();
  const limits = { signal: control.signal, onStage: () => control.abort("cancelled") };
  await expect(renderPdf(aBook("石".repeat(200_000), ""), defaultExportOptions, limits)).rejects.toBe(
    "cancelled",
  );
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test("a process is replaced after its jobs", async () => {
  await renderPdf(aBook("石", "Stone"), defaultExportOptions);
  const pid = getPdfProcessId();
  let jobs = 0;
  while (getPdfProcessId() === pid && jobs < jobLimit) {
    await renderPdf(aBook("石", "Stone"), defaultExportOptions);
    jobs += 1;
  }
  // The last of them ended the process, so that none is kept until the next job.
  expect(getPdfProcessId()).toBe(null);
  expect((await renderPdf(aBook("石", "Stone"), defaultExportOptions)).pages).toBe(1);
});

test("a job beyond its time is ended", async () => {
  const slow = renderPdf(aBook("石".repeat(200_000), ""), defaultExportOptions, { timeLimit: 100 });
  await expect(slow).rejects.toMatchObject({ code: "timed-out" });
});

test("a job beyond its memory is too large", async () => {
  const greedy = renderPdf(aBook("石".repeat(200_000), ""), defaultExportOptions, { memoryLimit: 1_000_000 });
  await expect(greedy).rejects.toMatchObject({ code: "too-large" });
});
