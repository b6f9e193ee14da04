/** Who may open which document, asked anew for every document: by the token, and by the database as it is now. */
import { eq } from "drizzle-orm";
import { z } from "zod";
import type { AdmissionRefusal, CollabCredentials } from "#core/articles/collab-messages.ts";
import { textSchemaVersion } from "#core/articles/inline.ts";
import { isId } from "#core/ids.ts";
import { can, type Member } from "#core/people/permissions.ts";
import { getDb, schema } from "#db/client.ts";
import type { Collaboration, OpenSocket, Seat } from "./running.ts";
import { type CollabToken, findCollabToken } from "./tokens.ts";

/** Hocuspocus sends `reason` to the browser. */
export class AdmissionRefused extends Error {
  readonly reason: AdmissionRefusal;

  constructor(reason: AdmissionRefusal) {
    super(`not admitted: ${reason}`);
    this.name = "AdmissionRefused";
    this.reason = reason;
  }
}

const credentialsSchema: z.ZodType<CollabCredentials> = z.object({
  token: z.string(),
  schemaVersion: z.number(),
  epoch: z.number(),
});

export type Admission = { readonly seat: Seat; readonly readOnly: boolean };

/** Lets a member in, or throws AdmissionRefused. Counts the document on its socket. */
export function admit(
  collaboration: Collaboration,
  socket: OpenSocket,
  documentName: string,
  given: string,
): Admission {
  if (!isId(documentName)) throw new AdmissionRefused("not-found");
  const { credentials, token } = readCredentials(given);
  const member = getMember(token.memberId);
  const admission =
    documentName === member.projectId
      ? enterRoom(member)
      : openPart(member, token, credentials, documentName);
  keepSeat(collaboration, socket, admission.seat);
  return admission;
}

function readCredentials(given: string): { credentials: CollabCredentials; token: CollabToken } {
  const credentials = credentialsSchema.safeParse(parseJson(given)).data;
  if (!credentials) throw new AdmissionRefused("forbidden");
  const token = findCollabToken(credentials.token);
  if (!token) throw new AdmissionRefused("expired");
  return { credentials, token };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function getMember(memberId: string): Member {
  const { id, projectId, name, role, color } = schema.members;
  const member = getDb()
    .select({ id, projectId, name, role, color })
    .from(schema.members)
    .where(eq(id, memberId))
    .get();
  if (!member) throw new AdmissionRefused("forbidden");
  return member;
}

/** The room takes no text from anyone. */
function enterRoom(member: Member): Admission {
  return { seat: { member, articleId: null, partId: null, isTaken: false, clientId: null }, readOnly: true };
}

function openPart(
  member: Member,
  token: CollabToken,
  credentials: CollabCredentials,
  partId: string,
): Admission {
  const { parts, articles } = schema;
  const part = getDb()
    .select({
      projectId: parts.projectId,
      articleId: parts.articleId,
      epoch: parts.epoch,
      trashedAt: articles.trashedAt,
    })
    .from(parts)
    .innerJoin(articles, eq(articles.id, parts.articleId))
    .where(eq(parts.id, partId))
    .get();
  if (!part) throw new AdmissionRefused("not-found");
  if (part.articleId !== token.articleId || !can(member, "read", part))
    throw new AdmissionRefused("forbidden");
  if (part.trashedAt !== null) throw new AdmissionRefused("not-found");
  if (part.epoch !== credentials.epoch) throw new AdmissionRefused("epoch");
  const seat = { member, articleId: part.articleId, partId, isTaken: false, clientId: null };
  return {
    seat,
    readOnly: credentials.schemaVersion !== textSchemaVersion || !can(member, "translate", part),
  };
}

function keepSeat(collaboration: Collaboration, socket: OpenSocket, seat: Seat): void {
  const memberId = seat.member.id;
  const { sockets, limits } = collaboration;
  if (socket.memberId !== null && socket.memberId !== memberId) throw new AdmissionRefused("forbidden");
  const own = [...sockets].filter((each) => each.memberId === memberId);
  const open = own.reduce((sum, each) => sum + each.seats.size, 0);
  if (socket.seats.size >= limits.socketParts || open >= limits.memberParts)
    throw new AdmissionRefused("too-many");
  if (socket.memberId === null) {
    const taken = new Set(own.map((each) => each.window));
    socket.window = 1;
    while (taken.has(socket.window)) socket.window += 1;
    socket.memberId = memberId;
  }
  socket.seats.add(seat);
}
