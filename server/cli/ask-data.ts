/** Carries a command to the data: through the server that holds the folder, else by opening it here. */
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { AppError, errorCodes } from "#core/errors.ts";
import { getEnv } from "#server/env.ts";
import { findLock, type Lock, releaseLock, takeLock } from "#server/process/lock.ts";
import { type CommandAnswers, type CommandArgs, type CommandName, commandPath } from "./command-types.ts";
import { Failure } from "./failure.ts";

/** Milliseconds to wait for a folder that another command, or a server just starting, holds. */
const patience = 15_000;

export type Ask = <Name extends CommandName>(
  name: Name,
  args: CommandArgs<Name>,
) => Promise<CommandAnswers[Name]>;

/** Runs `work` with a way to ask. Throws `Failure` when the folder cannot be had, and what `work` throws. */
export async function withData<Value>(work: (ask: Ask) => Promise<Value>): Promise<Value> {
  const folder = getEnv().data;
  const deadline = Date.now() + patience;
  for (;;) {
    const server = findLock(folder);
    if (server && server.port !== 0) return work(buildRemoteAsk(server));
    if (!server && takeLock(folder, 0)) return workHere(folder, work);
    if (Date.now() > deadline) throw new Failure(`Another command is still at work on ${folder}.`);
    await wait(100);
  }
}

async function workHere<Value>(folder: string, work: (ask: Ask) => Promise<Value>): Promise<Value> {
  try {
    // Most commands need no more than the way to a living server.
    const { openHere } = await import("./open-here.ts");
    // The answer has the type that its name promises; in this process nothing comes between.
    return await openHere(folder, (handle) => work(((name, args) => handle(name, args)) as Ask));
  } finally {
    releaseLock(folder);
  }
}

const answerSchema = z.union([
  z.object({ value: z.unknown() }),
  z.object({
    error: z.object({
      code: z.enum([...errorCodes, "unexpected"]),
      details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    }),
  }),
]);

function buildRemoteAsk({ port, secret }: Lock): Ask {
  const ask = async (name: CommandName, args: unknown): Promise<unknown> => {
    // By name, since the server may listen on either family of loopback addresses.
    const response = await fetch(`http://localhost:${port}${commandPath}`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-duizhao-secret": secret },
      body: JSON.stringify({ name, args }),
    }).catch(() => {
      throw new Failure(`The server on port ${port} does not answer. See whether it is still running.`);
    });
    const answer = answerSchema.parse(await response.json());
    if ("value" in answer) return answer.value;
    const { code, details } = answer.error;
    if (code === "unexpected")
      throw new Failure(`Something went wrong in the server; its log has ${details.id}.`);
    throw new AppError(code, details);
  };
  // Our own server answers, with the same code as here.
  return ask as Ask;
}
