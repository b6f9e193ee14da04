import { afterEach, beforeEach, expect, test } from "vitest";
import { defaultExportOptions } from "#core/exporting/options.ts";
import { aDatabase, anArticle, aProject } from "#db/builders.ts";
import { previewArticle } from "./preview-article.ts";

let database: ReturnType<typeof aDatabase>;
beforeEach(() => {
  database = aDatabase();
});
afterEach(() => database.close());

test("one page, of the paper that was chosen, however long the article is", async () => {
  const owner = aProject();
  const { id } = anArticle(owner, ["桥", ...Array.from({ length: 400 }, (_, at) => `石头怕拉不怕压${at}。`)]);
  const read = async (paper: "a4" | "letter") =>
    Buffer.from(await previewArticle(owner, id, { ...defaultExportOptions, paper })).toString("utf8");
  const [a4, letter] = [await read("a4"), await read("letter")];
  expect(readSize(a4)).toEqual([595, 842]);
  expect(readSize(letter)).toEqual([612, 792]);
  // The second page's white would lie over the first.
  expect(a4).not.toContain('class="typst-shape" fill="#ffffff"');
  // Only shapes: nothing that runs, nothing that is fetched.
  expect(/<script|<foreignObject|\son\w+=|href="(?!#|data:)/i.exec(a4)).toBe(null);
});

/** Width and height in points. */
function readSize(svg: string): number[] {
  const box = /^<svg [^>]*viewBox="0 0 (\S+) (\S+)"/.exec(svg) ?? [];
  return box.slice(1).map((points) => Math.round(Number(points)));
}

test("only those see it who may export the article", async () => {
  const owner = aProject();
  const { id } = anArticle(owner);
  await expect(previewArticle(aProject(), id, defaultExportOptions)).rejects.toMatchObject({
    code: "not-found",
  });
});

test("more than eight at a time are refused", async () => {
  const owner = aProject();
  const { id } = anArticle(owner);
  const all = Array.from({ length: 9 }, () => previewArticle(owner, id, defaultExportOptions));
  const ended = await Promise.allSettled(all);
  expect(ended.filter(({ status }) => status === "rejected").length).toBe(1);
});
