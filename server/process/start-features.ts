/** What the features do when the server starts. */
import type { Member } from "#core/people/permissions.ts";
import { addSampleOnce } from "#server/articles/add-sample.ts";
import { purgeArticles } from "#server/articles/purge-articles.ts";
import { getEnv } from "#server/env.ts";
import { startExporting } from "#server/exporting/start-exporting.ts";

export async function startFeatures(owner: Member): Promise<void> {
  await startExporting(getEnv().data);
  await purgeArticles();
  await addSampleOnce(owner);
}
