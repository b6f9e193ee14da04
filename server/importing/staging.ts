/** Uploads that were read but not kept yet: bytes beside the database, found by a token, forgotten after an hour. */
import { createHash, randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { AppError } from "#core/errors.ts";
import type { Member } from "#core/people/permissions.ts";
import { getHandle, isStorageFull } from "#db/client.ts";
import { log } from "#server/log.ts";

/** What a person brought: a file, or a clipboard. */
export type ImportInput =
  | { readonly kind: "file"; readonly fileName: string; readonly bytes: Uint8Array }
  | { readonly kind: "paste"; readonly html: string | null; readonly text: string };

/** Milliseconds that an upload waits. */
const lifetime = 3600 * 1000;

const tokenPattern = /^[0-9a-f]{32}$/;
const pasteSchema = z.object({ html: z.string().nullable(), text: z.string() });
const factsSchema = z.object({
  memberId: z.string(),
  kind: z.enum(["file", "paste"]),
  fileName: z.string(),
});

/** The bytes as they are kept: a file's own, a clipboard's two texts as JSON. */
export function buildOriginal(input: ImportInput): { fileName: string; bytes: Uint8Array; sha256: string } {
  const isFile = input.kind === "file";
  const bytes = isFile ? input.bytes : Buffer.from(JSON.stringify({ html: input.html, text: input.text }));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { fileName: isFile ? input.fileName : "pasted.json", bytes, sha256 };
}

/** Puts an upload aside and returns its token; older ones that nobody kept go. Throws `storage-full`. */
export async function stageUpload(member: Member, input: ImportInput): Promise<string> {
  const token = randomBytes(16).toString("hex");
  const { fileName, bytes } = buildOriginal(input);
  const facts = { memberId: member.id, kind: input.kind, fileName };
  try {
    await mkdir(getFolder(), { recursive: true });
    await deleteExpiredUploads();
    await writeFile(getFile(token, "bin"), bytes, { mode: 0o600 });
    await writeFile(getFile(token, "json"), JSON.stringify(facts), { mode: 0o600 });
  } catch (error) {
    // Half of an upload would keep a full disk full.
    for (const kind of ["bin", "json"] as const) await rm(getFile(token, kind), { force: true });
    throw isStorageFull(error) ? new AppError("storage-full") : error;
  }
  return token;
}

/** The upload with this token, if this member brought it. Throws `not-found`: it may have expired. */
export async function readUpload(member: Member, token: string): Promise<ImportInput> {
  if (!tokenPattern.test(token)) throw new AppError("not-found");
  const [facts, bytes] = await Promise.all([
    readFile(getFile(token, "json"), "utf8"),
    readFile(getFile(token, "bin")),
  ]).catch((error) => {
    throw isMissing(error) ? new AppError("not-found") : error;
  });
  const { memberId, kind, fileName } = factsSchema.parse(JSON.parse(facts));
  if (memberId !== member.id) throw new AppError("not-found");
  if (kind === "file") return { kind, fileName, bytes };
  return { kind, ...pasteSchema.parse(JSON.parse(bytes.toString("utf8"))) };
}

/**
 * Runs `keep` as the only one who may keep this upload: a second call meanwhile is `not-found`. The upload goes when it
 * was kept, and waits on when it could not be.
 */
export async function claimUpload<Value>(
  member: Member,
  token: string,
  keep: (input: ImportInput) => Promise<Value>,
): Promise<Value> {
  const input = await readUpload(member, token);
  const facts = getFile(token, "json");
  const claimed = getFile(token, "claimed");
  await rename(facts, claimed).catch((error) => {
    throw isMissing(error) ? new AppError("not-found") : error;
  });
  try {
    const value = await keep(input);
    await Promise.all([rm(claimed, { force: true }), rm(getFile(token, "bin"), { force: true })]);
    return value;
  } catch (error) {
    await rename(claimed, facts).catch((cause) => {
      // Its hour may be over by now. Whatever kept it from waiting on, the caller hears why it was not kept.
      if (!isMissing(cause)) log.error({ err: cause }, "an upload that was not kept could not be put back");
    });
    throw error;
  }
}

/** Forgets an upload. */
export async function discardUpload(member: Member, token: string): Promise<void> {
  await readUpload(member, token);
  await Promise.all([
    rm(getFile(token, "json"), { force: true }),
    rm(getFile(token, "bin"), { force: true }),
  ]);
}

/** Deletes the uploads that nobody kept within their hour. */
export async function deleteExpiredUploads(now = Date.now()): Promise<void> {
  const names = await readdir(getFolder()).catch((error) => {
    if (isMissing(error)) return [];
    throw error;
  });
  for (const name of names) {
    const file = path.join(getFolder(), name);
    // Another request may delete it in the same moment.
    const known = await stat(file).catch(() => null);
    if (known && known.mtimeMs < now - lifetime) await rm(file, { force: true });
  }
}

function getFolder(): string {
  return path.join(path.dirname(getHandle().raw.name), "staging");
}

function getFile(token: string, kind: "bin" | "json" | "claimed"): string {
  return path.join(getFolder(), `${token}.${kind}`);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
