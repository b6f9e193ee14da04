/** What a test may ask of the fixture server, beside what browsers ask. */
import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { PresenceState } from "#core/articles/collab-messages.ts";
import { roles } from "#core/people/permissions.ts";
import { getDb, getHandle, schema, write } from "#db/client.ts";
import { restoreArticle, trashArticle } from "#server/articles/trash-article.ts";
import { checkHealth } from "#server/process/check-health.ts";
import { cutSocket } from "./accept-sockets.ts";
import { editSegment } from "./edit-part.ts";
import { flushArticle, readLiveTarget } from "./read-live.ts";
import { getCollaboration } from "./running.ts";
import { createCollabToken } from "./tokens.ts";

const id = z.string();
const commandSchema = z.discriminatedUnion("name", [
  z.object({ name: z.literal("token"), memberId: id, articleId: id.nullable(), age: z.number().default(0) }),
  z.object({ name: z.literal("edit"), segmentId: id, text: z.string() }),
  z.object({ name: z.literal("read"), segmentId: id }),
  z.object({ name: z.literal("flush"), articleId: id }),
  z.object({ name: z.literal("presence"), projectId: id }),
  z.object({ name: z.literal("set-role"), memberId: id, role: z.enum(roles) }),
  z.object({ name: z.literal("raise-epoch"), partId: id }),
  z.object({ name: z.literal("close-part"), partId: id }),
  z.object({ name: z.enum(["trash", "restore"]), memberId: id, articleId: id }),
  /** Lets the database grow by so many pages and no more; null lets it grow freely. */
  z.object({ name: z.literal("limit-pages"), more: z.number().nullable() }),
  z.object({ name: z.literal("query"), sql: z.string() }),
  z.object({ name: z.literal("execute"), sql: z.string() }),
  z.object({ name: z.literal("open-parts") }),
  z.object({ name: z.literal("count-sockets") }),
  /** Bytes that wait to be read, by all sockets together. */
  z.object({ name: z.literal("count-buffered") }),
  z.object({ name: z.literal("memory") }),
  z.object({ name: z.literal("health") }),
]);

/** Runs one command and returns what goes back as JSON. Throws for an unknown one. */
export async function runCommand(given: unknown): Promise<unknown> {
  const command = commandSchema.parse(given);
  switch (command.name) {
    case "token":
      return createCollabToken(getMember(command.memberId), command.articleId, Date.now() - command.age);
    case "edit":
      return editSegment(command.segmentId, [{ type: "text", text: command.text }], {
        memberId: null,
        origin: "command",
      });
    case "read":
      return readLiveTarget(command.segmentId);
    case "flush":
      return flushArticle(command.articleId);
    case "presence":
      return listPresence(command.projectId);
    case "set-role":
      write([
        getDb()
          .update(schema.members)
          .set({ role: command.role })
          .where(eq(schema.members.id, command.memberId)),
      ]);
      return disconnectMember(command.memberId);
    case "raise-epoch":
      return raiseEpoch(command.partId);
    case "close-part":
      return getCollaboration().hocuspocus.closeConnections(command.partId);
    case "trash":
      return trashArticle(getMember(command.memberId), command.articleId);
    case "restore":
      return restoreArticle(getMember(command.memberId), command.articleId);
    case "limit-pages":
      return limitPages(command.more);
    case "query":
      return getHandle().raw.prepare(command.sql).all();
    case "execute":
      return getHandle().raw.exec(command.sql).open;
    case "open-parts":
      return [...getCollaboration().parts.keys()];
    case "count-sockets":
      return getCollaboration().sockets.size;
    case "count-buffered":
      return [...getCollaboration().sockets].reduce(
        (sum, { connection }) => sum + connection.bufferedAmount,
        0,
      );
    case "memory":
      return process.memoryUsage().rss;
    case "health":
      return checkHealth();
  }
}

function getMember(memberId: string) {
  const member = getDb().select().from(schema.members).where(eq(schema.members.id, memberId)).get();
  if (!member) throw new Error("no such member");
  return member;
}

/** Who is where in a project, one entry for each window. */
function listPresence(projectId: string) {
  const states = getCollaboration().hocuspocus.documents.get(projectId)?.awareness.getStates().values() ?? [];
  // Every state in a room was stamped by us on its way in.
  return [...(states as Iterable<PresenceState>)].map(({ user, articleId, segmentId }) => ({
    ...user,
    articleId,
    segmentId,
  }));
}

/** Throws a member's sockets out at once; the browser asks for admission again, and gets the rights of now. */
function disconnectMember(memberId: string): void {
  for (const socket of getCollaboration().sockets) if (socket.memberId === memberId) cutSocket(socket);
}

/** Begins a new epoch of a part, as a restored back-up does, under the pages that have it open. */
function raiseEpoch(partId: string): void {
  const { id, epoch } = schema.parts;
  write([
    getDb()
      .update(schema.parts)
      .set({ epoch: sql`${epoch} + 1` })
      .where(eq(id, partId)),
  ]);
  getCollaboration().hocuspocus.closeConnections(partId);
}

function limitPages(more: number | null): void {
  const { raw } = getHandle();
  const pages = Number(raw.pragma("page_count", { simple: true }));
  raw.pragma(`max_page_count = ${more === null ? 1_073_741_823 : pages + more}`);
}
