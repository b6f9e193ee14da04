/** Two people in two browsers write into one segment while their networks fail: nothing is lost, and all see the same. */
import path from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import Database from "better-sqlite3";
import { typeAtRandom } from "#e2e/support/random-typist.ts";
import type { RunningServer } from "#e2e/support/server.ts";
import { expect, test } from "#e2e/support/test.ts";
import { watchContext } from "#e2e/support/watch-page.ts";
import { clear, expectSaved, getTarget, goTo, openSample } from "#e2e/support/workbench-page.ts";

const edits = 1000;
const number = 20;
/** Name the seed of a failed run to have it again, as far as two browsers and a network can be had again. */
const seed = Number(process.env.DUIZHAO_SEED ?? Date.now() % 1_000_000_000);

/** Lets the network of a browser fail and come back as it goes on editing. */
async function cutAtRandom(context: BrowserContext, firstCut: number): Promise<void> {
  let isOffline = false;
  await context.exposeFunction("noteEdits", async (count: number) => {
    const isCut = (Math.floor(count / 70) + firstCut) % 3 === 0 && count < edits;
    if (isCut === isOffline) return;
    isOffline = isCut;
    await context.setOffline(isCut);
  });
}

type Shown = { readonly html: string; readonly text: string };

/** The text as it stands in the page, without the carets of others. */
function readShown(page: Page): Promise<Shown> {
  return getTarget(page, number).evaluate((editor) => {
    const copy = editor.cloneNode(true) as HTMLElement;
    const helpers = ".caret, .ProseMirror-separator, .ProseMirror-trailingBreak";
    for (const each of copy.querySelectorAll(helpers)) each.remove();
    for (const each of copy.querySelectorAll(".caret-selection")) each.replaceWith(...each.childNodes);
    // The browser's own editing leaves such ones on a line break now and then.
    for (const each of copy.querySelectorAll('[style=""]')) each.removeAttribute("style");
    copy.normalize();
    return { html: copy.innerHTML, text: copy.textContent };
  });
}

function readStored(server: RunningServer): string {
  const database = new Database(path.join(server.data, "duizhao.db"), { readonly: true });
  try {
    // Stories before this one may have brought articles of their own.
    const row = database
      .prepare(
        `SELECT target_text AS text FROM segments JOIN articles ON articles.id = segments.article_id
         WHERE articles.is_sample = 1 AND segments.number = ?`,
      )
      .get(number);
    return String((row as { text: unknown }).text);
  } finally {
    database.close();
  }
}

test(`two browsers with ${edits} random edits each, and failing networks, end with one text`, async ({
  page,
  context,
  browser,
  server,
  watch,
}) => {
  test.info().annotations.push({ type: "seed", description: String(seed) });
  process.stdout.write(`DUIZHAO_SEED=${seed}\n`);
  const elsewhere = await browser.newContext({ baseURL: server.url });
  const other = await elsewhere.newPage();
  const watchElsewhere = watchContext(elsewhere, new URL(server.url).host);
  await openSample(page);
  await clear(page, number);
  await openSample(other);
  await goTo(other, number);
  await cutAtRandom(context, 0);
  await cutAtRandom(elsewhere, 1);

  const [one, two] = await Promise.all([
    page.evaluate(typeAtRandom, { seed, edits, first: 0x4e00 }),
    other.evaluate(typeAtRandom, { seed: seed + 1, edits, first: 0xac00 }),
  ]);
  await Promise.all([context.setOffline(false), elsewhere.setOffline(false)]);
  await Promise.all([expectSaved(page), expectSaved(other)]);
  await expect(async () => expect(await readShown(other)).toEqual(await readShown(page))).toPass({
    timeout: 30_000,
  });

  const { text } = await readShown(page);
  const deleted = new Set(one.deleted + two.deleted);
  const kept = [...(one.typed + two.typed)].filter((each) => !deleted.has(each));
  expect(kept.filter((each) => !text.includes(each))).toEqual([]);
  expect(kept.length).toBeGreaterThan(20);
  await expect.poll(() => dropSpace(readStored(server))).toBe(dropSpace(text));
  for (const each of [watch, watchElsewhere]) each.forgive(/ERR_INTERNET_DISCONNECTED/);
  expect(watchElsewhere.troubles).toEqual([]);
  await elsewhere.close();
});

function dropSpace(text: string): string {
  return text.replace(/\s/g, "");
}
