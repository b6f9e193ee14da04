/** Brings a back-up into an empty data folder. */
import { constants } from "node:fs";
import { copyFile, mkdir, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { sql } from "drizzle-orm";
import { createHandle, schema } from "#db/client.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { checkBackup } from "./check-backup.ts";

/** What may be in a folder that still counts as empty: the lock of whoever restores. */
const ignored = ["lock"];

/**
 * Restores a file into a folder and brings it to the present schema. Throws an Error with one sentence when the folder
 * holds anything or the file is no whole back-up; then the folder is as it was.
 */
export async function restoreBackup(file: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const there = (await readdir(folder)).filter((name) => !ignored.includes(name));
  if (there.length > 0)
    throw new Error(`${folder} is not empty. Set DUIZHAO_DATA to an empty folder and restore there.`);
  await checkBackup(file);
  const part = path.join(folder, "restoring.db");
  try {
    await copyFile(file, part, constants.COPYFILE_EXCL);
    beginEpoch(part);
    await rename(part, path.join(folder, "duizhao.db"));
  } catch (error) {
    for (const ending of ["", "-wal", "-shm"]) await rm(`${part}${ending}`, { force: true });
    throw error;
  }
  migrateDatabase(folder);
}

/**
 * Raises the epoch of every part, so that no browser merges text from after the back-up into it. Seconds since 1970, so
 * that a second restore of the same file does not meet the epoch of the first.
 */
function beginEpoch(file: string): void {
  const handle = createHandle(file);
  try {
    const { epoch } = schema.parts;
    const now = Math.floor(Date.now() / 1000);
    handle.db
      .update(schema.parts)
      .set({ epoch: sql`max(${epoch} + 1, ${now})` })
      .run();
    handle.raw.pragma("journal_mode = DELETE");
  } finally {
    handle.raw.close();
  }
}
