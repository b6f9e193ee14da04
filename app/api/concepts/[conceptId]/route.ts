import { getConcept } from "#server/glossary/get-concept.ts";
import { route } from "#server/route.ts";

/** → `ConceptDetail`. */
export const GET = route(async (member, _request, { conceptId = "" }) => getConcept(member, conceptId));
