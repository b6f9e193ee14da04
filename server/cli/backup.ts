/** `backup FILE` and `restore FILE`. */
import path from "node:path";
import { getEnv } from "#server/env.ts";
import { findLock, releaseLock, takeLock } from "#server/process/lock.ts";
import { withData } from "./ask-data.ts";
import { Failure, WrongCall } from "./failure.ts";
import { readCall } from "./read-call.ts";

export const backupUsage = `Usage: npm run -s duizhao -- backup FILE
Saves everything into one new file, checked, while people go on working.
`;

export const restoreUsage = `Usage: npm run -s duizhao -- restore FILE
Brings a back-up into an empty data folder (DUIZHAO_DATA). Nothing that is there is ever replaced.
`;

export async function runBackup(given: readonly string[]): Promise<number> {
  const file = readFileName(given);
  const { bytes } = await withData((ask) => ask("backup", { file }));
  process.stdout.write(`Saved ${file} (${Math.ceil(bytes / 1024)} KB), checked.\n`);
  return 0;
}

export async function runRestore(given: readonly string[]): Promise<number> {
  const file = readFileName(given);
  const folder = getEnv().data;
  if (findLock(folder)) throw new Failure(`${folder} is in use. Stop the server first.`);
  if (!takeLock(folder, 0)) throw new Failure(`${folder} is in use.`);
  try {
    const { restoreBackup } = await import("#server/backup/restore-backup.ts");
    await restoreBackup(file, folder);
  } finally {
    releaseLock(folder);
  }
  process.stdout.write(`Restored ${file} into ${folder}.\n`);
  return 0;
}

function readFileName(given: readonly string[]): string {
  const { positionals } = readCall(given, {});
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new WrongCall();
  return path.resolve(file);
}
