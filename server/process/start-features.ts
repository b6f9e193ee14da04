/** What the features do when the server starts. */
import type { Member } from "#core/people/permissions.ts";
import { addSampleOnce } from "#server/articles/add-sample.ts";
import { deleteUnfinished } from "#server/articles/purge-articles.ts";
import { getEnv } from "#server/env.ts";
import { startExporting } from "#server/exporting/start-exporting.ts";
import { attempt, keepHouse, keepHouseDaily } from "./keep-house.ts";

/** Makes the exporter, and attempts the rest: a server with a full disk or without its sample starts all the same. */
export async function startFeatures(owner: Member): Promise<void> {
  const { data } = getEnv();
  await attempt("the deletion of unfinished imports", deleteUnfinished);
  await startExporting(data);
  await keepHouse(data);
  keepHouseDaily(data);
  await attempt("the sample", () => addSampleOnce(owner));
}
