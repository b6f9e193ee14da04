/** Stories that do to a server what operators, disks and other processes do: each file has one of its own. */
import path from "node:path";
import Database from "better-sqlite3";
import type { Role } from "#core/people/permissions.ts";
import {
  createDataFolder,
  type RunningServer,
  removeFolder,
  serverLimit,
  startServer,
} from "#e2e/support/server.ts";
import { test as base } from "#e2e/support/test.ts";

/** Its server can be stopped, started anew, and (`page-limit.ts`) have a full disk. */
export const test = base.extend<object, { server: RunningServer }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the first parameter destructured
    async ({}, use) => {
      const data = createDataFolder();
      const server = await startServer({ data, preload: "./e2e/support/page-limit.ts" });
      await use(server);
      await server.stop();
      // A story may have brought it up on another.
      for (const folder of new Set([data, server.data])) removeFolder(folder);
    },
    { scope: "worker", timeout: serverLimit },
  ],
});

/** Changes the server's database from beside it, as another process may. */
export function changeDatabase(server: RunningServer, change: (database: Database.Database) => void): void {
  const database = new Database(path.join(server.data, "duizhao.db"));
  try {
    database.pragma("busy_timeout = 5000");
    change(database);
  } finally {
    database.close();
  }
}

/** Gives the person at the browser another role; it counts from the next connection on. */
export function setOwnRole(server: RunningServer, role: Role): void {
  changeDatabase(server, (database) => {
    database.prepare("UPDATE members SET role = ? WHERE is_sample = 0").run(role);
  });
}
