import { queryCharacterLimit } from "#core/text/query-limit.ts";
import { findInArticle } from "#server/articles/find-in-article.ts";
import { route } from "#server/route.ts";

/** `?words=…` → how often they stand in each target that holds them, by segment. */
export const GET = route(async (member, request, { articleId = "" }) =>
  findInArticle(
    member,
    articleId,
    new URL(request.url).searchParams.get("words")?.slice(0, queryCharacterLimit) ?? "",
  ),
);
