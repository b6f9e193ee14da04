/** `parse FILE`: what the reader makes of a file, as JSON. Touches no data. */
import { readFile } from "node:fs/promises";
import { isAppError } from "#core/errors.ts";
import type { ParsedArticle } from "#core/importing/parsed-article.ts";
import { readZhihuFile } from "#core/importing/read-article.ts";

const usage =
  "Usage: npm run -s duizhao -- parse FILE\nPrints the article in FILE as JSON. Nothing is stored.\n";

/** Runs the command and returns its exit code: 0, 1 for a file that cannot be read, 2 for a wrong call. */
export async function runParse(given: readonly string[]): Promise<number> {
  if (given.includes("--help")) {
    process.stdout.write(usage);
    return 0;
  }
  const files = given[0] === "--" ? given.slice(1) : given;
  const [file] = files;
  if (file === undefined || files.length > 1) {
    process.stderr.write(usage);
    return 2;
  }
  try {
    const article = readZhihuFile(await readFile(file));
    process.stdout.write(`${JSON.stringify(buildOutput(article), null, 2)}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${file} cannot be read: ${explain(error)}\n`);
    return 1;
  }
}

function buildOutput(article: ParsedArticle): unknown {
  return {
    title: article.title,
    sourceUrl: article.sourceUrl,
    votes: article.votes,
    updatedAt: article.updatedAt,
    segments: article.segments.map(({ pid, kind, text }) => ({ pid, kind, text })),
    blocks: article.blocks.map(({ kind, pid }) => ({ kind, pid })),
    warnings: article.warnings.map(({ code, text }) => ({ code, text })),
  };
}

const reasons: Readonly<Record<string, string>> = {
  empty: "it is empty.",
  gbk: "it is written in GBK; save it as UTF-8 first.",
  pdf: "it is a PDF, not a saved answer.",
  archive: "it is an archive; unpack it first.",
  image: "it is a picture.",
  binary: "it is not text.",
  json: "it is JSON, not a saved answer.",
  "index-list": "it is a list of answers, not an answer.",
  "no-text": "it holds no text to translate.",
};

/** One sentence about a failed reading. */
export function explain(error: unknown): string {
  if (isAppError(error) && error.code === "unreadable-file")
    return reasons[String(error.details.reason)] ?? "it is not a saved answer.";
  if (isAppError(error) && error.code === "too-large") {
    return `${error.details.what}: ${error.details.value} is over the limit of ${error.details.limit}.`;
  }
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return "there is no such file.";
  return error instanceof Error ? error.message : String(error);
}
