import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { isAppError } from "#core/errors.ts";
import { readPaste, readZhihuFile } from "#core/importing/read-article.ts";
import { readInWorker } from "./read-in-worker.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const fixture = (name: string) =>
  readFile(new URL(`../../core/importing/fixtures/${name}`, import.meta.url)).then(
    (bytes) => new Uint8Array(bytes),
  );

async function catchError(run: Promise<unknown>): Promise<unknown> {
  return run.then(
    () => null,
    (error) => (isAppError(error) ? { code: error.code, details: error.details } : error),
  );
}

test("reads a file in its thread as it would here", async () => {
  const bytes = await fixture("answers/20-links-and-cards.md");
  expect(await readInWorker({ kind: "file", bytes })).toEqual(readZhihuFile(bytes));
});

test("reads a paste in its thread as it would here", async () => {
  const paste = { html: "<p>甲<b>乙</b></p><p>丙</p>", text: "甲乙\n丙" };
  expect(await readInWorker({ kind: "paste", ...paste })).toEqual(readPaste(paste));
});

test("hands on why something was refused", async () => {
  const gbk = readInWorker({ kind: "file", bytes: await fixture("refused/gbk.md") });
  expect(await catchError(gbk)).toEqual({ code: "unreadable-file", details: { reason: "gbk" } });
  const deep = readInWorker({ kind: "file", bytes: encode(`甲${"<div>".repeat(100_000)}`) });
  expect(await catchError(deep)).toMatchObject({ code: "too-large", details: { what: "depth" } });
});

test("a file beyond the limit starts no thread", async () => {
  const bytes = new Uint8Array(50 * 1024 * 1024);
  expect(await catchError(readInWorker({ kind: "file", bytes }))).toEqual({
    code: "too-large",
    details: { what: "bytes", limit: 10 * 1024 * 1024, value: bytes.length },
  });
});

test("stops a reading that takes too long, and goes on with the next", async () => {
  const bytes = encode("<p>甲</p>".repeat(50_000));
  const slow = readInWorker({ kind: "file", bytes }, { timeLimit: 1, memoryLimit: 512 });
  expect(await catchError(slow)).toEqual({ code: "timed-out", details: { what: "reading" } });
  expect((await readInWorker({ kind: "file", bytes: encode("<p>甲</p>") })).segments).toHaveLength(1);
});

test("a thread that outgrows its memory takes nothing else down", async () => {
  const bytes = encode("<p>甲乙丙丁</p>".repeat(90_000));
  const greedy = readInWorker({ kind: "file", bytes }, { timeLimit: 60_000, memoryLimit: 8 });
  expect(await catchError(greedy)).toEqual({
    code: "too-large",
    details: { what: "memory", limit: 8, value: 8 },
  });
});

test("many readings at once all end, each with its own answer", async () => {
  const readings = Array.from({ length: 8 }, (_, index) =>
    readInWorker({ kind: "file", bytes: encode(`<p>第${index}篇</p>`) }),
  );
  const texts = (await Promise.all(readings)).map(({ segments }) => segments[0]?.text);
  expect(texts).toEqual(Array.from({ length: 8 }, (_, index) => `第${index}篇`));
});

test("the event loop turns while a long article is read", async () => {
  let turns = 0;
  const turn = setInterval(() => (turns += 1), 1);
  await readInWorker({ kind: "file", bytes: encode("<p>一段不长不短的文字。</p>".repeat(5_000)) });
  clearInterval(turn);
  expect(turns).toBeGreaterThan(0);
});
