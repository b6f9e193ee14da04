/** What the features do when the server starts. */
import type { Member } from "#core/people/permissions.ts";
import { addSampleOnce } from "#server/articles/add-sample.ts";

export async function startFeatures(owner: Member): Promise<void> {
  await addSampleOnce(owner);
}
