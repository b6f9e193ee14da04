import { AppError } from "#core/errors.ts";
import { exportOptionsSchema } from "#server/exporting/options-schema.ts";
import { getExporter } from "#server/exporting/running.ts";
import { route } from "#server/route.ts";

/** `?layout=…&paper=…&language=…&signature=…&numbers=true|false` → the first page of the PDF as SVG. It is only ever shown as an image. */
export const GET = route(async (member, request, { articleId = "" }) => {
  const { numbers, ...rest } = Object.fromEntries(new URL(request.url).searchParams);
  const parsed = exportOptionsSchema.safeParse({ ...rest, numbers: numbers === "true" });
  if (!parsed.success) throw new AppError("invalid-input");
  const svg = await getExporter().preview(member, articleId, parsed.data);
  return new Response(new Uint8Array(svg), {
    headers: {
      "content-type": "image/svg+xml",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
      "x-content-type-options": "nosniff",
    },
  });
});
