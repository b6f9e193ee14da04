import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, "../..");
const fixtures = path.join(root, "core/importing/fixtures");
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "duizhao-parse-"));
});
afterAll(() => rm(folder, { recursive: true }));

type Outcome = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Runs `parse` in a process of its own, with a data folder that must stay untouched. */
async function parse(...given: string[]): Promise<Outcome> {
  const env = { ...process.env, DUIZHAO_DATA: path.join(folder, "data") };
  const script = path.join(root, "server/cli/main.ts");
  return run(process.execPath, [script, "parse", ...given], { cwd: root, env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: Outcome) => ({ code: error.code, stdout: error.stdout, stderr: error.stderr }),
  );
}

test("prints the article as JSON and touches no data", async () => {
  const { code, stdout, stderr } = await parse(path.join(fixtures, "answers/01-whole-answer.md"));
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject({
    title: "河边的旧桥为什么拆了又建？",
    sourceUrl: "https://www.zhihu.com/question/1001/answer/2002",
    votes: 128,
    updatedAt: "2024-05-06T07:08:09+08:00",
    segments: [
      { pid: null, kind: "title", text: "河边的旧桥为什么拆了又建？" },
      { pid: "-1aBcDeF", kind: "paragraph" },
      { pid: "_2bCdEfG", kind: "paragraph" },
      { pid: "3c-DeFgH", kind: "paragraph" },
      { pid: "z-4dEfGh", kind: "paragraph" },
      { pid: null, kind: "link-card", text: "石桥的寿命有多长？" },
    ],
    warnings: [],
  });
  expect(JSON.parse(stdout).blocks.at(-1)).toEqual({ kind: "spacer", pid: null });
  expect(await readdir(folder)).not.toContain("data");
});

test("lists what was left out", async () => {
  const { stdout } = await parse(path.join(fixtures, "answers/20-links-and-cards.md"));
  expect(JSON.parse(stdout).warnings).toEqual([
    { code: "ad-dropped", text: "One advertisement card was removed." },
  ]);
});

test.each([
  ["gbk.md", "is written in GBK"],
  ["pdf.md", "This is a PDF."],
  ["empty.md", "The file is empty."],
])("says in a sentence why %s is no article", async (file, sentence) => {
  const { code, stdout, stderr } = await parse(path.join(fixtures, "refused", file));
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain(sentence);
  expect(stderr.trimEnd()).not.toContain("\n");
});

test("a missing file is one sentence too", async () => {
  const { code, stderr } = await parse(path.join(folder, "nothing.md"));
  expect(code).toBe(1);
  expect(stderr).toContain("There is no such file.");
});

test("a name that begins with a hyphen comes after --", async () => {
  const relative = path.relative(root, folder);
  await writeFile(path.join(folder, "-1lo.md"), "<p>甲</p>");
  const { code, stdout } = await parse("--", path.join(relative, "-1lo.md"));
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ title: null, segments: [{ text: "甲" }] });
});

test("explains itself", async () => {
  expect(await parse("--help")).toMatchObject({ code: 0, stdout: expect.stringContaining("parse FILE") });
  expect((await parse()).code).not.toBe(0);
});
