/** `set ARTICLE SEGMENT TEXT`: writes one target. */
import { withData } from "./ask-data.ts";
import { WrongCall } from "./failure.ts";
import { readCall } from "./read-call.ts";

export const setUsage = `Usage: npm run -s duizhao -- set ARTICLE SEGMENT TEXT
Sets the translation of one segment; only what differs changes, so that nobody who has it open loses their place.
  ARTICLE  the article's id
  SEGMENT  the segment's id, its number, or its pid
A SEGMENT or TEXT that begins with "-" goes after "--":  set -- ARTICLE -1lowVjs "- so he said"
`;

export async function runSet(given: readonly string[]): Promise<number> {
  const { positionals } = readCall(given, {});
  const [article, segment, text] = positionals;
  if (article === undefined || segment === undefined || text === undefined || positionals.length > 3) {
    throw new WrongCall();
  }
  const { number } = await withData((ask) => ask("set", { article, segment, text }));
  process.stdout.write(`Segment ${number} is set.\n`);
  return 0;
}
