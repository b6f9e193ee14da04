/** The commands as the process that has the data open carries them out. They act as the owner of the folder. */
import { eq } from "drizzle-orm";
import { AppError } from "#core/errors.ts";
import { getDb, schema } from "#db/client.ts";
import { setTarget } from "#server/articles/set-target.ts";
import { saveBackup } from "#server/backup/save-backup.ts";
import { exportArticle } from "#server/exporting/run-export.ts";
import { importArticle } from "#server/importing/keep-import.ts";
import { createLocalProject } from "#server/people/create-local-project.ts";
import { type CommandAnswers, type CommandArgs, type CommandName, commandSchemas } from "./command-types.ts";

type Handlers = {
  readonly [Name in CommandName]: (args: CommandArgs<Name>) => Promise<CommandAnswers[Name]>;
};

const handlers: Handlers = {
  async import({ fileName, data, title, author, permission }) {
    const bytes = Buffer.from(data, "base64");
    const input = { kind: "file" as const, fileName, bytes };
    const { id, segments } = await importArticle(createLocalProject(), input, { title, author, permission });
    const { articles } = schema;
    const row = getDb().select().from(articles).where(eq(articles.id, id)).get();
    return { id, title: row?.title ?? "", warnings: row?.warnings.map(({ text }) => text) ?? [], segments };
  },
  async set({ article, segment, text }) {
    return { number: await setTarget(createLocalProject(), article, segment, text) };
  },
  async export({ article, ...options }) {
    const { pdf, pages, notices } = await exportArticle(createLocalProject(), article, options);
    const told = notices.map(({ code, segment, detail }) => `segment ${segment}: ${code} ${detail}`.trim());
    return { pdf: Buffer.from(pdf).toString("base64"), pages, notices: told };
  },
  async backup({ file }) {
    return { bytes: await saveBackup(file) };
  },
};

/** Runs a command by its name. Throws `invalid-input` for what is no command of ours, else as the command. */
export async function handleCommand(name: string, args: unknown): Promise<CommandAnswers[CommandName]> {
  if (!isCommand(name)) throw new AppError("invalid-input", { field: "name" });
  return run(name, args);
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commandSchemas, name);
}

function run<Name extends CommandName>(name: Name, args: unknown): Promise<CommandAnswers[Name]> {
  const parsed = commandSchemas[name].safeParse(args);
  if (!parsed.success) throw new AppError("invalid-input", { field: name });
  // The schema under this name makes exactly this type; the compiler loses the link between the two.
  return handlers[name](parsed.data as CommandArgs<Name>);
}
