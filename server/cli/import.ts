/** `import FILE…`: brings saved answers into the library. */
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { checkLimit } from "#core/importing/limits.ts";
import { permissions } from "#core/importing/parsed-article.ts";
import { type Ask, withData } from "./ask-data.ts";
import type { CommandAnswers, CommandArgs } from "./command-types.ts";
import { renderFailure, WrongCall } from "./failure.ts";
import { readCall } from "./read-call.ts";

export const importUsage = `Usage: npm run -s duizhao -- import FILE… [--json] [--title TITLE] [--author NAME] [--permission WHAT]
Brings saved answers into the library.
  --json        prints [{ "id", "segments": [{ "id", "pid" }] }]
  --title       for a file that has none
  --author      who wrote it
  --permission  ${permissions.join(", ")} (unknown unless said)
`;

/** Runs the command. Every file is tried; one that fails gives its sentence, and exit code 1 in the end. */
export async function runImport(given: readonly string[]): Promise<number> {
  const { values, positionals } = readCall(given, {
    json: { type: "boolean" },
    title: { type: "string" },
    author: { type: "string" },
    permission: { type: "string", default: "unknown" },
  });
  const permission = permissions.find((each) => each === values.permission);
  if (positionals.length === 0 || !permission) throw new WrongCall();
  const fields = { title: values.title, author: values.author ?? null, permission };
  const kept: CommandAnswers["import"][] = [];
  await withData(async (ask) => {
    for (const file of positionals) {
      const article = await importFile(ask, file, fields);
      if (!article) continue;
      kept.push(article);
      if (!values.json) process.stdout.write(renderArticle(article));
    }
  });
  if (values.json) {
    const shown = kept.map(({ id, segments }) => ({ id, segments }));
    process.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
  }
  return kept.length === positionals.length ? 0 : 1;
}

type Fields = Omit<CommandArgs<"import">, "fileName" | "data">;

async function importFile(ask: Ask, file: string, fields: Fields): Promise<CommandAnswers["import"] | null> {
  try {
    // Before it is sent: a server ends what is larger than it takes in the middle.
    checkLimit("bytes", (await stat(file)).size);
    const data = (await readFile(file)).toString("base64");
    return await ask("import", { ...fields, fileName: path.basename(file), data });
  } catch (error) {
    process.stderr.write(`${file}: ${renderFailure(error)}\n`);
    return null;
  }
}

function renderArticle({ id, title, segments, warnings }: CommandAnswers["import"]): string {
  const lines = [
    `Imported “${title}” as ${id}: ${segments.length} segments.`,
    ...warnings.map((each) => `  ${each}`),
  ];
  return `${lines.join("\n")}\n`;
}
