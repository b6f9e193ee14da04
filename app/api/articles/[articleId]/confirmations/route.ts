import { listConfirmations } from "#server/articles/list-confirmations.ts";
import { route } from "#server/route.ts";

export const GET = route(async (member, _request, { articleId = "" }) =>
  listConfirmations(member, articleId),
);
