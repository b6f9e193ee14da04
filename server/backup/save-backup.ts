/** A back-up: everything that people made, in one checked SQLite file, taken while they go on. */
import { constants, existsSync } from "node:fs";
import { access, rename, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { AppError } from "#core/errors.ts";
import { getHandle, isStorageFull } from "#db/client.ts";
import { removeDatabase } from "#db/database-files.ts";
import { makeBackup } from "./check-backup.ts";

/**
 * Saves the open database as one new file and returns its bytes. The file has its name only once it is whole and checked.
 * Sessions are left out, since whoever holds a back-up must not be let in by it, and what was deleted. Throws `invalid-input` for a file that
 * exists (`field` is "file") and a folder that cannot be written ("folder"), `not-found` for no folder, and `storage-full`.
 */
export async function saveBackup(file: string): Promise<number> {
  if (existsSync(file)) throw new AppError("invalid-input", { field: "file" });
  await checkFolder(path.dirname(file));
  const part = `${file}.part`;
  try {
    removeDatabase(part);
    // SQLite fills an empty file, which only its owner may read.
    await writeFile(part, "", { mode: 0o600 });
    await makeBackup(getHandle().raw.name, part);
    await rename(part, file);
  } catch (error) {
    removeDatabase(part);
    throw isStorageFull(error) ? new AppError("storage-full") : error;
  }
  return (await stat(file)).size;
}

async function checkFolder(folder: string): Promise<void> {
  try {
    await access(folder, constants.W_OK);
  } catch {
    if (!existsSync(folder)) throw new AppError("not-found", { what: "folder" });
    throw new AppError("invalid-input", { field: "folder" });
  }
}
