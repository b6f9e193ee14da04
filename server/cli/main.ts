/** The command line. Results go to standard output, sentences about failures to standard error. */
import { backupUsage, restoreUsage, runBackup, runRestore } from "./backup.ts";
import { exportUsage, runExport } from "./export.ts";
import { renderFailure, WrongCall } from "./failure.ts";
import { importUsage, runImport } from "./import.ts";
import { runParse } from "./parse.ts";
import { runSet, setUsage } from "./set.ts";

type Command = { readonly run: (given: readonly string[]) => Promise<number>; readonly usage: string | null };

const commands: ReadonlyMap<string, Command> = new Map([
  // It shows its own usage.
  ["parse", { run: runParse, usage: null }],
  ["import", { run: runImport, usage: importUsage }],
  ["set", { run: runSet, usage: setUsage }],
  ["export", { run: runExport, usage: exportUsage }],
  ["backup", { run: runBackup, usage: backupUsage }],
  ["restore", { run: runRestore, usage: restoreUsage }],
]);

const usage = `Usage: npm run -s duizhao -- COMMAND …
  parse FILE                     show what the reader makes of a saved answer
  import FILE…                   bring saved answers into the library
  set ARTICLE SEGMENT TEXT       write one translation
  export ARTICLE --out FILE      write the bilingual PDF
  backup FILE                    save everything into one file
  restore FILE                   bring a back-up into an empty data folder
COMMAND --help says more. The data folder is ./data, or DUIZHAO_DATA.
`;

/** Runs a command line and returns the exit code: 0, 1 for a failure, 2 for a wrong call. */
export async function runCommandLine([name = "", ...given]: readonly string[]): Promise<number> {
  const command = commands.get(name);
  if (!command) {
    const isAsked = name === "--help" || name === "help";
    (isAsked ? process.stdout : process.stderr).write(usage);
    return isAsked ? 0 : 2;
  }
  const options = given.includes("--") ? given.slice(0, given.indexOf("--")) : given;
  if (command.usage !== null && options.includes("--help")) {
    process.stdout.write(command.usage);
    return 0;
  }
  try {
    return await command.run(given);
  } catch (error) {
    if (error instanceof WrongCall) {
      process.stderr.write(command.usage ?? usage);
      return 2;
    }
    process.stderr.write(`${renderFailure(error)}\n`);
    return 1;
  }
}

process.exitCode = await runCommandLine(process.argv.slice(2));
