/**
 * A collaboration server alone, for tests, soak and bench: opens a data folder, makes one article in it if there is
 * none, listens on a free port of 127.0.0.1, and prints one line of JSON. Arguments: the folder, options as JSON.
 * POST / takes a command of `fixture-commands.ts`.
 */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { closeDatabase, openDatabase } from "#db/client.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { createCollaboration } from "./collaboration.ts";
import { findFixture } from "./fixture-article.ts";
import { runCommand } from "./fixture-commands.ts";
import type { CollabLimits } from "./limits.ts";

export type FixtureOptions = {
  readonly limits?: Partial<CollabLimits>;
  readonly durability?: "FULL" | "NORMAL";
  readonly segments?: number;
  readonly parts?: number;
};

const [folder = "", given = "{}"] = process.argv.slice(2);
// The test that started us wrote it.
const options = JSON.parse(given) as FixtureOptions;

migrateDatabase(folder);
openDatabase(folder, { synchronous: options.durability ?? "FULL" });
const fixture = findFixture(options);
/** The hook that fails now, and how; set by the command `fault`. */
let fault: { readonly hook: string | null; readonly kind: "throw" | "hang" } = { hook: null, kind: "throw" };
const collaboration = createCollaboration({ limits: options.limits, afterHook: fail });

function fail(hook: string): unknown {
  if (hook !== fault.hook) return undefined;
  if (fault.kind === "throw") throw new Error(`${hook} fails on purpose`);
  return new Promise(() => {});
}

const server = createServer(async (request: IncomingMessage, response) => {
  try {
    // The test sends what the commands say.
    const command = JSON.parse(await text(request)) as { name: string } & typeof fault;
    if (command.name === "fault") fault = command;
    const result = command.name === "fault" ? null : await runCommand(command);
    response.end(JSON.stringify({ result: result ?? null }));
  } catch (error) {
    response.statusCode = 500;
    response.end(JSON.stringify({ error: error instanceof Error ? error.message : String(error) }));
  }
});
server.on("upgrade", (request, socket, head) => collaboration.handleUpgrade(request, socket, head));
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`${JSON.stringify({ port, ...fixture })}\n`);
});

process.on("SIGTERM", async () => {
  server.close();
  try {
    await collaboration.destroy();
    closeDatabase();
    process.exit(0);
  } catch {
    process.exit(1);
  }
});
