/** Brings a back-up into an empty data folder. */
import { constants } from "node:fs";
import { copyFile, mkdir, readdir, rename, stat } from "node:fs/promises";
import path from "node:path";
import { sql } from "drizzle-orm";
import { createHandle, schema } from "#db/client.ts";
import { removeDatabase } from "#db/database-files.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { checkBackup } from "./check-backup.ts";

/** What may be in a folder that still counts as empty: the lock of whoever restores, and of who waits for it. */
const ignored = /^lock(-|$)/;

/**
 * Restores a file into a folder and brings it to the present schema. Throws an Error with one sentence when the folder
 * holds anything or the file is no whole back-up; then the folder is as it was.
 */
export async function restoreBackup(file: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const there = (await readdir(folder)).filter((name) => !ignored.test(name));
  if (there.length > 0)
    throw new Error(`${folder} is not empty. Set DUIZHAO_DATA to an empty folder and restore there.`);
  await refuseUnfinished(file);
  const part = path.join(folder, "restoring.db");
  const restored = path.join(folder, "duizhao.db");
  try {
    await copyFile(file, part, constants.COPYFILE_EXCL);
    await checkBackup(part, file);
    beginEpoch(part);
    await rename(part, restored);
    migrateDatabase(folder);
  } catch (error) {
    for (const made of [part, restored]) removeDatabase(made);
    throw error;
  }
}

/** A database in use, or one that a crash left, has its last changes in a file of their own, which a copy would miss. */
async function refuseUnfinished(file: string): Promise<void> {
  const companion = await stat(`${file}-wal`).catch(() => null);
  if (!companion || companion.size === 0) return;
  throw new Error(
    `${file} is no back-up but a database that is in use, or that a crash left: a part of it is in ${file}-wal. Make a back-up of its folder with the command backup, and restore that.`,
  );
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
