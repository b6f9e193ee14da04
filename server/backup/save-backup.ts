/** A back-up: everything that people made, in one checked SQLite file, taken while they go on. */
import { existsSync } from "node:fs";
import { chmod, rename, rm, stat } from "node:fs/promises";
import { AppError } from "#core/errors.ts";
import { removeSessions } from "#db/backup-file.ts";
import { getHandle } from "#db/client.ts";
import { checkBackup } from "./check-backup.ts";

/** Pages copied in one turn of the event loop: under a megabyte, so that nobody waits. */
const pagesPerTurn = 200;

/**
 * Saves the open database as one new file and returns its bytes. The file has its name only once it is whole and checked.
 * Sessions are left out: whoever holds a back-up must not be let in by it. Throws `invalid-input` when the file exists.
 */
export async function saveBackup(file: string): Promise<number> {
  if (existsSync(file)) throw new AppError("invalid-input", { field: "file" });
  const part = `${file}.part`;
  try {
    await rm(part, { force: true });
    await getHandle().raw.backup(part, { progress: () => pagesPerTurn });
    await chmod(part, 0o600);
    removeSessions(part);
    await checkBackup(part);
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  return (await stat(file)).size;
}
