/** What the server does not take: the page stops, says why, sets the text aside as a file, and goes on. */
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { crc32 } from "node:zlib";
import type { Page } from "@playwright/test";
import type Database from "better-sqlite3";
import * as Y from "yjs";
import { partByteLimit } from "#core/articles/collab-messages.ts";
import { changeDatabase, test } from "#e2e/support/lab.ts";
import { settleLocalCopies } from "#e2e/support/local-copies.ts";
import { createDataFolder } from "#e2e/support/server.ts";
import { expect } from "#e2e/support/test.ts";
import { tapWire } from "#e2e/support/wire.ts";
import {
  clear,
  cutNetwork,
  expectSaved,
  fetchSetAside,
  getSaveState,
  getTarget,
  goTo,
  openSample,
} from "#e2e/support/workbench-page.ts";

test.use({ library: "refusals" });
// The last files of all: both workers take their stories in turn, each with a server.
test.describe.configure({ mode: "parallel" });

/** The page goes on from the server's text: what is typed now is saved, and is there after a reload. */
async function expectGoesOn(page: Page, number: number): Promise<void> {
  await goTo(page, number);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("The bridge stands");
  await expectSaved(page);
  await page.reload();
  await expectSaved(page);
  await goTo(page, number);
  await expect(getTarget(page, number)).toHaveText("The bridge stands");
}

/** An update with a text in a place that no page shows. */
function buildUpdate(length: number): Uint8Array {
  const doc = new Y.Doc();
  doc.getText("of-no-segment").insert(0, "x".repeat(length));
  return Y.encodeStateAsUpdate(doc);
}

/** Updates of one writer whose first one never comes. */
function* buildOrphans(length: number): Generator<Uint8Array> {
  const doc = new Y.Doc();
  doc.getText("of-no-segment").insert(0, "first");
  for (;;) {
    const before = Y.encodeStateVector(doc);
    doc.getText("of-no-segment").insert(0, "x".repeat(length));
    yield Y.encodeStateAsUpdate(doc, before);
  }
}

const orphans = buildOrphans(200_000);
const spoiled = [
  ["malformed", "The server could not read a change.", () => [new Uint8Array([1, 2, 3, 250, 17])]],
  ["too large", "A change was too large.", () => [buildUpdate(300_000)]],
  [
    "incomplete",
    "Changes reached the server incomplete.",
    () => Array.from({ length: 8 }, () => orphans.next().value as Uint8Array),
  ],
] as const;

for (const [kind, sentence, spoil] of spoiled) {
  test(`a change that reaches the server ${kind} is set aside, and the page goes on`, async ({
    page,
    watch,
  }) => {
    const wire = await tapWire(page);
    await openSample(page);
    await clear(page, 16);
    wire.spoil(spoil);
    await page.keyboard.type("S");
    await expect(page.getByText(`${sentence} What could not be sent was set aside.`)).toBeVisible();
    await expectSaved(page);
    const sent = wire.countUpdates();
    wire.spoil(null);
    await expect(getTarget(page, 16)).toHaveText("");
    expect(await fetchSetAside(page)).toBe("[16]\nS\n");
    await expect(page.getByText(sentence)).toHaveCount(0);
    expect(wire.countUpdates()).toBe(sent);
    await expectGoesOn(page, 16);
    // The stand-in between page and server, when the page is reloaded.
    watch.forgive(/WebSocket is already in CLOSING or CLOSED state/);
  });
}

test("a full disk is said, and what is typed meanwhile is saved by itself later", async ({
  page,
  server,
}) => {
  await openSample(page);
  await clear(page, 17);
  await server.ask({ pages: 0 });
  await page.keyboard.insertText(`No room ${"for this ".repeat(1500)}`);
  await expect(getSaveState(page)).toHaveText("Not saved: the disk is full");
  await page.keyboard.type(", nor for that");
  await server.ask({ pages: null });
  // The page tries again after ever longer pauses.
  await expectSaved(page);
  await expect(page.getByText("set aside")).toHaveCount(0);
  await page.reload();
  await expectSaved(page);
  await goTo(page, 17);
  await expect(getTarget(page, 17)).toContainText("No room for this");
  await expect(getTarget(page, 17)).toContainText(", nor for that");
});

test("text that the server can only log is said to be safe, and stored later", async ({
  page,
  request,
  server,
}) => {
  await openSample(page);
  await clear(page, 15);
  const health = async () => (await request.get("/api/health")).status();
  const fault = "BEFORE INSERT ON part_snapshots BEGIN SELECT RAISE(ABORT, 'on purpose'); END";
  changeDatabase(server, (database) => database.exec(`CREATE TRIGGER fault ${fault}`));
  await page.keyboard.type("In the log");
  await expect(getSaveState(page)).toHaveText(
    "The server cannot store at the moment. What you type is logged and safe.",
  );
  expect(await health()).toBe(503);
  changeDatabase(server, (database) => database.exec("DROP TRIGGER fault"));
  await expect(getSaveState(page)).toHaveText("All changes saved", { timeout: 20_000 });
  expect(await health()).toBe(200);
});

test("text typed after a back-up is not merged into it: the page goes on from the back-up", async ({
  page,
  context,
  server,
  watch,
}) => {
  await openSample(page);
  await clear(page, 19);
  await page.keyboard.type("In the back-up");
  await expectSaved(page);
  const [file, restored] = [path.join(server.data, "back-up.db"), createDataFolder()];
  await runCommandLine(server.data, "backup", file);
  await page.keyboard.type(", and after it");
  await expectSaved(page);
  await cutNetwork(page);
  await page.keyboard.type(", and offline");
  await runCommandLine(restored, "restore", file);
  await server.restart(restored);
  await context.setOffline(false);
  // A back-up lets nobody in.
  await expect(getSaveState(page)).toContainText("Signed out. What you type is kept in this browser.");
  await page.getByRole("button", { name: "Reload" }).click();
  await expect(page.getByText("This article was restored from a back-up.")).toBeVisible();
  await expectSaved(page);
  await goTo(page, 19);
  await expect(getTarget(page, 19)).toHaveText("In the back-up");
  expect(await fetchSetAside(page)).toBe("[19]\nIn the back-up, and after it, and offline\n");
  await expectGoesOn(page, 19);
  watch.forgive(/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|401.*confirmations/);
});

/** Runs the command line in a process of its own, as an operator does. */
async function runCommandLine(data: string, ...args: readonly string[]): Promise<void> {
  const env = { ...process.env, DUIZHAO_DATA: data };
  await promisify(execFile)(process.execPath, ["server/cli/main.ts", ...args], { env });
}

test("typing faster than the server takes is only slowed down", async ({ page }) => {
  await openSample(page);
  await clear(page, 20);
  // One input event each, as a machine types: more in a row than the server lets anybody save up.
  await page.evaluate(() => {
    for (let count = 0; count < 2500; count += 1) document.execCommand("insertText", false, `${count % 10}`);
  });
  await expectSaved(page);
  await expect(page.getByText("set aside")).toHaveCount(0);
  await page.reload();
  await expectSaved(page);
  await expect(getTarget(page, 20)).toHaveText("0123456789".repeat(250));
});

test("two windows: the text of one is refused, the other's is kept, also by the browser", async ({
  page,
  context,
  watch,
}) => {
  const other = await context.newPage();
  const wire = await tapWire(page);
  for (const each of [page, other]) {
    await openSample(each);
    await clear(each, each === page ? 21 : 22);
  }
  await other.keyboard.type("Of the other window");
  await expectSaved(other);
  wire.spoil(() => [buildUpdate(300_000)]);
  await page.keyboard.type("X");
  await expect(page.getByText("A change was too large. What")).toBeVisible();
  wire.spoil(null);
  await expectSaved(page);
  await cutNetwork(other);
  await other.keyboard.type(", offline");
  await expect(getSaveState(other)).toContainText("will be sent");
  await settleLocalCopies(other);
  await other.close();
  await context.setOffline(false);
  await expect(getTarget(page, 22)).toHaveText("Of the other window");
  await page.reload();
  await expectSaved(page);
  await expect(getTarget(page, 22)).toHaveText("Of the other window, offline");
  expect(await fetchSetAside(page)).toBe("[21]\nX\n");
  watch.forgive(/ERR_INTERNET_DISCONNECTED/);
});

test("a part that is full takes no more: the text is set aside", async ({ page, server }) => {
  await server.stop();
  changeDatabase(server, fillPart);
  await server.restart();
  await openSample(page);
  await clear(page, 18);
  await page.keyboard.type("Short enough");
  await expectSaved(page);
  await page.keyboard.insertText(" and far too long".repeat(500));
  await expect(
    page.getByText("This part of the article is full. What could not be sent was set aside."),
  ).toBeVisible();
  await expectSaved(page);
  await expect(getTarget(page, 18)).toHaveText("Short enough");
  expect(await fetchSetAside(page)).toBe(`[18]\nShort enough${" and far too long".repeat(500)}\n`);
});

/** Leaves about 4,000 bytes of the part's quota, by a row of the log that shows nowhere. */
function fillPart(database: Database.Database): void {
  const part = database.prepare("SELECT id, project_id AS projectId FROM parts LIMIT 1").get() as Row;
  const used = database
    .prepare("SELECT length(data) AS bytes FROM part_snapshots WHERE part_id = ? ORDER BY upto DESC")
    .get(part.id) as { bytes: number };
  const data = buildUpdate(partByteLimit - used.bytes - 4000);
  database
    .prepare(
      `INSERT INTO part_updates (part_id, project_id, data, checksum, member_id, origin, at)
       VALUES (?, ?, ?, ?, NULL, 'filler', 0)`,
    )
    .run(part.id, part.projectId, data, crc32(data));
}
type Row = { readonly id: string; readonly projectId: string };
