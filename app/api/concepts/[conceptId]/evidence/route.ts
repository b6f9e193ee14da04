import { z } from "zod";
import { listEvidence } from "#server/glossary/list-evidence.ts";
import { parseQuery, route } from "#server/route.ts";

const pageSchema = z.object({ offset: z.coerce.number().int().min(0) });

/** `?offset=30` → `ConceptEvidence[]`. */
export const GET = route(async (member, request, { conceptId = "" }) =>
  listEvidence(member, { conceptId, ...parseQuery(request, pageSchema) }),
);
