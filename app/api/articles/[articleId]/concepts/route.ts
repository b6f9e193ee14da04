import { getArticleConcepts } from "#server/glossary/get-article-concepts.ts";
import { route } from "#server/route.ts";

export const GET = route(async (member, _request, { articleId = "" }) =>
  getArticleConcepts(member, articleId),
);
