/** What the living server does when its disk is full, and how it ends after an error that nobody caught. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";
import path from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";
import { createDataFolder, removeFolder, startServer } from "#e2e/support/server.ts";
import english from "#messages/en/errors.json" with { type: "json" };
import { serverArguments } from "#scripts/server-arguments.mjs";

const folder = createDataFolder();
afterEach(() => removeFolder(folder));

/** A first visit, as a browser's; `fetch` would say that it is a script. */
async function visit(url: string): Promise<{ status: number; body: string }> {
  const asked = request(url);
  asked.end();
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  return { status: response.statusCode ?? 0, body: await text(response) };
}

test("on a full disk a first visit is told so instead of waiting for ever, and works once there is space", async () => {
  const server = await startServer({ data: folder, preload: "./e2e/support/page-limit.ts" });
  await server.ask({ pages: 0 });
  // A session is a row of a hundred bytes: some still fit into the last page.
  let answer = await visit(server.url);
  for (let count = 0; answer.status === 307 && count < 200; count += 1) answer = await visit(server.url);
  expect(answer.status).toBe(507);
  expect(answer.body).toContain(english["storage-full"]);
  await server.ask({ pages: null });
  expect((await visit(server.url)).status).toBe(307);
  await server.stop();
});

test.each([
  ["an exception", "throw new Error('a fault')"],
  ["a rejection", "Promise.reject(new Error('a fault'))"],
])("%s that nobody caught ends the server with code 1, and frees the folder", async (_what, fault) => {
  const preload = `data:text/javascript,process.on("SIGUSR2", () => { ${fault} })`;
  const child = spawn(process.execPath, ["--import", preload, ...serverArguments], {
    env: { ...process.env, NODE_ENV: "production", HOST: "127.0.0.1", PORT: "0", DUIZHAO_DATA: folder },
    stdio: ["ignore", "pipe", "ignore"],
  });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
    if (printed.includes("ready at")) child.kill("SIGUSR2");
  });
  const [code] = await once(child, "exit");
  expect(printed).toContain("ready at");
  expect(code).toBe(1);
  expect(existsSync(path.join(folder, "lock"))).toBe(false);
});
