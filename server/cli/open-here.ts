/** The data folder opened by a command itself. Apart, because it loads most of the server. */
import { closeDatabase, openDatabase } from "#db/client.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { createCollaboration } from "#server/collab/collaboration.ts";
import { getEnv } from "#server/env.ts";
import { createLocalProject } from "#server/people/create-local-project.ts";
import { handleCommand } from "./serve-command.ts";

/** Opens the folder, whose lock the caller holds, for as long as `work` takes. */
export async function openHere<Value>(
  folder: string,
  work: (handle: typeof handleCommand) => Promise<Value>,
): Promise<Value> {
  migrateDatabase(folder);
  openDatabase(folder, { synchronous: getEnv().durability === "normal" ? "NORMAL" : "FULL" });
  createLocalProject();
  const collaboration = createCollaboration();
  try {
    return await work(handleCommand);
  } finally {
    await collaboration.destroy();
    closeDatabase();
  }
}
