import { z } from "zod";
import { conceptPageSize } from "#core/glossary/concept.ts";
import { idPattern } from "#core/ids.ts";
import { countUses } from "#server/glossary/count-uses.ts";
import { parseQuery, route } from "#server/route.ts";

const id = z.string().regex(idPattern);
const questionSchema = z.object({
  projectId: id,
  conceptIds: z
    .string()
    .transform((ids) => ids.split(","))
    .pipe(z.array(id).max(conceptPageSize)),
});

/** `?projectId=…&conceptIds=a,b` → how often each is used, by id. */
export const GET = route(async (member, request) => countUses(member, parseQuery(request, questionSchema)));
