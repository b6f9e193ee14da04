/** `parse FILE`: what the reader makes of a file, as JSON. Touches no data. */
import { readFile, stat } from "node:fs/promises";
import { isAppError } from "#core/errors.ts";
import { checkLimit } from "#core/importing/limits.ts";
import type { ParsedArticle } from "#core/importing/parsed-article.ts";
import { readZhihuFile } from "#core/importing/read-article.ts";
import { refusalReasons } from "#core/importing/refusals.ts";
import messages from "#messages/en/errors.json" with { type: "json" };
import refusals from "#messages/en/importing-refusals.json" with { type: "json" };

const usage =
  "Usage: npm run -s duizhao -- parse FILE\nPrints the article in FILE as JSON. Nothing is stored.\n";

/** Runs the command and returns its exit code: 0, 1 for a file that cannot be read, 2 for a wrong call. */
export async function runParse(given: readonly string[]): Promise<number> {
  if (given[0] === "--help" || given[0] === "-h") {
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
    checkLimit("bytes", (await stat(file)).size);
    const article = readZhihuFile(await readFile(file));
    process.stdout.write(`${JSON.stringify(buildOutput(article), null, 2)}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${file}: ${explain(error)}\n`);
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

/** One sentence about a failed reading. */
export function explain(error: unknown): string {
  if (isAppError(error) && error.code === "unreadable-file") {
    const reason = refusalReasons.find((each) => each === error.details.reason);
    return reason ? refusals[reason] : "This is not a saved answer.";
  }
  if (isAppError(error) && error.code === "too-large") {
    const { what, limit, value } = error.details;
    // Not all that is too large can be counted.
    if (what === undefined || value === undefined) return messages["too-large"];
    return `It is too large: ${value} ${what}, at most ${limit}.`;
  }
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return "There is no such file.";
  return error instanceof Error ? error.message : String(error);
}
