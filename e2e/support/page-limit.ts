/**
 * Loaded into a story's server before its own modules: makes its disk full. The story tells how many pages the database
 * may still grow by, and null for as many as it likes; SQLite itself then answers "database or disk is full".
 */
import { getHandle } from "#db/client.ts";

const unlimited = 1_073_741_823;

process.on("message", (message: { readonly pages: number | null }) => {
  const { raw } = getHandle();
  const { pages } = message;
  // Pages that are free already would be used up first.
  if (pages !== null) raw.exec("VACUUM");
  const limit = pages === null ? unlimited : Number(raw.pragma("page_count", { simple: true })) + pages;
  raw.pragma(`max_page_count = ${limit}`);
  process.send?.({ pages });
});
// The channel to the story keeps no server alive.
process.channel?.unref();
