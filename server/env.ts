/** The only reader of process.env. Parsed once, at start; a wrong value is one clear sentence. */
import path from "node:path";
import { z } from "zod";

const schema = z.object({
  DUIZHAO_DATA: z.string().min(1).default("./data"),
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DUIZHAO_DURABILITY: z.enum(["full", "normal"]).default("full"),
  DUIZHAO_BUILD: z.string().min(1).default(".next"),
  NODE_ENV: z.string().default("production"),
});

export type Env = {
  /** Absolute path of the data folder. */
  readonly data: string;
  readonly host: string;
  readonly port: number;
  readonly durability: "full" | "normal";
  /** Folder of the Next build, relative to the project. */
  readonly build: string;
  readonly isDevelopment: boolean;
};

let known: Env | null = null;

const rules: Readonly<Record<string, string>> = {
  PORT: "a whole number from 0 to 65535",
  DUIZHAO_DURABILITY: '"full" or "normal"',
};

/** The environment. Throws an Error with one sentence for a variable that is wrong. */
export function getEnv(): Env {
  if (known) return known;
  const parsed = readVariables();
  known = {
    data: path.resolve(parsed.DUIZHAO_DATA),
    host: parsed.HOST,
    port: parsed.PORT,
    durability: parsed.DUIZHAO_DURABILITY,
    build: parsed.DUIZHAO_BUILD,
    isDevelopment: parsed.NODE_ENV === "development",
  };
  return known;
}

function readVariables(): z.output<typeof schema> {
  const result = schema.safeParse(process.env);
  if (result.success) return result.data;
  const name = String(result.error.issues[0]?.path[0]);
  const rule = rules[name] ?? "no empty text";
  throw new Error(`${name} is ${JSON.stringify(process.env[name])}: set it to ${rule}, or leave it unset.`);
}
