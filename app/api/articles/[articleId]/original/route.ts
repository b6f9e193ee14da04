import { buildAttachmentHeader } from "#core/exporting/file-name.ts";
import { getOriginal } from "#server/articles/get-original.ts";
import { route } from "#server/route.ts";

/** The file as it was brought: always saved, never shown, since it may hold anything. */
export const GET = route(async (member, _request, { articleId = "" }) => {
  const { fileName, data } = await getOriginal(member, articleId);
  return new Response(new Uint8Array(data), {
    headers: {
      "content-type": "application/octet-stream",
      "content-disposition": buildAttachmentHeader(fileName),
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
    },
  });
});
