import { z } from "zod";
import { conceptFilters, conceptOrders } from "#core/glossary/concept.ts";
import { idPattern } from "#core/ids.ts";
import { queryCharacterLimit } from "#core/text/query-limit.ts";
import { listConcepts } from "#server/glossary/list-concepts.ts";
import { parseQuery, route } from "#server/route.ts";

const id = z.string().regex(idPattern);
const searchSchema = z.object({
  projectId: id,
  query: z.string().max(queryCharacterLimit).default(""),
  filter: z.enum(conceptFilters).default("all"),
  order: z.enum(conceptOrders).default("review"),
  offset: z.coerce.number().int().min(0).default(0),
  around: id.nullable().default(null),
});

/** `ConceptSearch` as query parameters → `ConceptPage`. */
export const GET = route(async (member, request) => listConcepts(member, parseQuery(request, searchSchema)));
