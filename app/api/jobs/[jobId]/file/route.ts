import { buildAttachmentHeader } from "#core/exporting/file-name.ts";
import { getJobFile } from "#server/exporting/get-job-file.ts";
import { route } from "#server/route.ts";

/** The finished PDF, always saved and never shown. */
export const GET = route(async (member, _request, { jobId = "" }) => {
  const { fileName, data } = await getJobFile(member, jobId);
  return new Response(data, {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": buildAttachmentHeader(fileName),
      "x-content-type-options": "nosniff",
    },
  });
});
