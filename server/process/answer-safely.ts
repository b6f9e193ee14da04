/** The outermost listener of a request: Node would take what is thrown there for the end of the process, and the browser would wait for ever. */
import type { ServerResponse } from "node:http";
import { isAppError } from "#core/errors.ts";
import english from "#messages/en/errors.json" with { type: "json" };
import chinese from "#messages/zh-CN/errors.json" with { type: "json" };
import { log } from "#server/log.ts";

/** Runs what answers a request. What it throws is logged and told in plain text: 507 for a full disk, else 503. */
export async function answerSafely(response: ServerResponse, answer: () => unknown): Promise<void> {
  try {
    await answer();
  } catch (error) {
    log.error({ err: error }, "a request could not be answered");
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const isFull = isAppError(error) && error.code === "storage-full";
    const code = isFull ? "storage-full" : "unanswered";
    response.writeHead(isFull ? 507 : 503, { "content-type": "text/plain; charset=utf-8" });
    response.end(`${english[code]}\n${chinese[code]}\n`);
  }
}
