import { getOriginal } from "#server/articles/get-original.ts";
import { route } from "#server/route.ts";

/** The file as it was brought: always saved, never shown, since it may hold anything. */
export const GET = route(async (member, _request, { articleId = "" }) => {
  const { fileName, data } = await getOriginal(member, articleId);
  return new Response(new Uint8Array(data), {
    headers: {
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename="original"; filename*=UTF-8''${encodeFileName(fileName)}`,
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
    },
  });
});

/** As RFC 8187 wants it: encodeURIComponent leaves some characters that end or split the value. */
function encodeFileName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
}
