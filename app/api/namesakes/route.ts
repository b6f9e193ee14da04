import { z } from "zod";
import { idPattern } from "#core/ids.ts";
import { findNamesakes } from "#server/glossary/find-namesakes.ts";
import { parseQuery, route } from "#server/route.ts";

const id = z.string().regex(idPattern);
const questionSchema = z.object({
  projectId: id,
  text: z.string().max(200),
  exceptId: id.nullable().default(null),
});

/** `NamesakeQuestion` as query parameters → `Namesake[]`. */
export const GET = route(async (member, request) =>
  findNamesakes(member, parseQuery(request, questionSchema)),
);
