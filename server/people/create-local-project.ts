import { asc, eq } from "drizzle-orm";
import { localOwnerName, localProjectName } from "#core/people/local-names.ts";
import type { Member } from "#core/people/permissions.ts";
import { getDb, schema, write } from "#db/client.ts";
import { createId } from "#server/create-id.ts";

/** The one project of local mode and its owner; both are made on the first start. */
export function createLocalProject(): Member {
  const db = getDb();
  const known = db
    .select()
    .from(schema.members)
    .where(eq(schema.members.isSample, false))
    .orderBy(asc(schema.members.createdAt), asc(schema.members.id))
    .get();
  if (known) return known;
  const now = Date.now();
  const projectId = createId();
  const owner = {
    id: createId(),
    projectId,
    name: localOwnerName,
    role: "owner" as const,
    color: "pine",
    isSample: false,
    createdAt: now,
  };
  write([
    db.insert(schema.projects).values({ id: projectId, name: localProjectName, createdAt: now }),
    db.insert(schema.members).values(owner),
  ]);
  return owner;
}
