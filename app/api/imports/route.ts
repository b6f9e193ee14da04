import { previewImport } from "#server/importing/preview-import.ts";
import { readImportRequest } from "#server/importing/read-request.ts";
import { route } from "#server/route.ts";

/** A multipart `file` or a clipboard as JSON → `ImportPreview`. */
export const POST = route(async (member, request) => previewImport(member, await readImportRequest(request)));
