/** The channel of the command line into the living server: one path, opened by the secret in `data/lock` alone. */
import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { handleCommand } from "#server/cli/serve-command.ts";
import { describeError } from "#server/describe-error.ts";
import type { Lock } from "./lock.ts";

const bodyLimit = 64 * 1024 * 1024;

/** Answers `POST /__command` with `{ name, args }` as JSON. */
export async function serveCommand(
  request: IncomingMessage,
  response: ServerResponse,
  lock: Lock,
): Promise<void> {
  if (request.method !== "POST" || !hasSecret(request, lock.secret)) {
    response.writeHead(404).end();
    return;
  }
  try {
    const { name, args } = JSON.parse(await readBody(request)) as { name: string; args: unknown };
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ value: (await handleCommand(name, args)) ?? null }));
  } catch (error) {
    response.writeHead(400, { "content-type": "application/json" });
    response.end(JSON.stringify({ error: describeError(error) }));
  }
}

function hasSecret(request: IncomingMessage, secret: string): boolean {
  const given = Buffer.from(String(request.headers["x-duizhao-secret"] ?? ""));
  const wanted = Buffer.from(secret);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > bodyLimit) throw new RangeError("the command is too large");
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString("utf8");
}
