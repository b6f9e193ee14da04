import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type WebSocket from "ws";
import { renderPlainText } from "#core/articles/inline.ts";
import { buildSocketClass } from "#server/collab/fixture-visitor.ts";
import { createFolder, type RunningFixture, startFixture } from "#server/collab/run-fixture.ts";
import { ArticleSession } from "./article-session.ts";
import { buildSessionOptions } from "./fixture-session.ts";

let fixture: RunningFixture;
const sockets: WebSocket[] = [];

/** The network fails for everybody: no close frame, no farewell. The sockets try again by themselves. */
function cutSockets(): void {
  for (const socket of sockets.splice(0)) socket.terminate();
}

beforeAll(async () => {
  fixture = await startFixture(createFolder(), { parts: 6, segments: 2, limits: { updateBytes: 30_000 } });
  const SocketClass = buildSocketClass(fixture.port);
  vi.stubGlobal(
    "WebSocket",
    class extends SocketClass {
      constructor(url: string) {
        super(url);
        sockets.push(this);
      }
    },
  );
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await fixture.end();
});

type Seen = { readonly session: ArticleSession; until(condition: () => boolean): Promise<void> };

async function open(parts: readonly number[], memberId?: string): Promise<Seen> {
  const session = new ArticleSession(await buildSessionOptions(fixture, memberId));
  session.start();
  session.setVisible(parts);
  const until = (condition: () => boolean): Promise<void> => {
    if (condition()) return Promise.resolve();
    return new Promise((resolve) => {
      const look = () => {
        if (!condition()) return;
        for (const stop of stops) stop();
        resolve();
      };
      const stops = [
        session.subscribeTargets(look),
        session.subscribeStatus(look),
        session.subscribeSetAside(look),
        session.subscribeOthers(look),
      ];
    });
  };
  return { session, until };
}

function getSegmentId(part: number, segment = 0): string {
  return fixture.parts[part]?.segmentIds[segment] ?? "";
}

function read(session: ArticleSession, part: number, segment = 0): string {
  return renderPlainText(session.getTarget(getSegmentId(part, segment)).content);
}

function write(session: ArticleSession, part: number, text: string, segment = 0): boolean {
  return session.replaceTarget(getSegmentId(part, segment), [{ type: "text", text }]);
}

function listEditable(session: ArticleSession): number[] {
  return fixture.parts.flatMap((_, part) => (session.getFragment(getSegmentId(part)) === null ? [] : [part]));
}

describe("parts are opened where one reads", () => {
  test("with their neighbours, and stay open", async () => {
    const { session, until } = await open([2]);
    await until(() => session.getStatus().state === "saved");
    expect(listEditable(session)).toEqual([1, 2, 3]);
    expect([write(session, 5, "nowhere yet"), session.getTarget(getSegmentId(5)).isLoaded]).toEqual([
      false,
      false,
    ]);
    session.setVisible([4]);
    await until(() => listEditable(session).length === 5);
    expect(listEditable(session)).toEqual([1, 2, 3, 4, 5]);
    expect((await fixture.command<string[]>("open-parts")).sort()).toEqual(
      fixture.parts
        .slice(1)
        .map(({ id }) => id)
        .sort(),
    );
    session.destroy();
  });

  test("words that wait for their editor are not saved, and go into the text before their segment is left", async () => {
    const { session, until } = await open([1]);
    await until(() => session.getStatus().state === "saved");
    session.setPresence(getSegmentId(1));
    session.holdWords(() => {
      session.holdWords(null);
      write(session, 1, "early");
    });
    expect([session.getStatus().state, read(session, 1)]).toEqual(["saving", ""]);
    session.setPresence(getSegmentId(1, 1));
    expect(read(session, 1)).toBe("early");
    await until(() => session.getStatus().state === "saved");
    write(session, 1, "");
    await until(() => session.getStatus().state === "saved");
    session.destroy();
  });

  test("undo finds its way back through them, and a change by others is none of it", async () => {
    const [{ session, until }, other] = [await open([1]), await open([1], fixture.owner)];
    await until(() => listEditable(session).length === 3);
    await other.until(() => listEditable(other.session).length === 3);
    write(session, 0, "499");
    write(session, 1, "501");
    write(session, 0, "499 again");
    await other.until(() => read(other.session, 0) === "499 again");
    write(other.session, 1, "501", 1);
    await until(() => read(session, 1, 1) === "501");
    expect([session.undo(), read(session, 0)]).toEqual([getSegmentId(0), "499"]);
    expect([session.undo(), read(session, 1)]).toEqual([getSegmentId(1), ""]);
    expect([session.undo(), read(session, 0), session.canUndo]).toEqual([getSegmentId(0), "", false]);
    expect(read(session, 1, 1)).toBe("501");
    session.destroy();
    other.session.destroy();
  });
});

test("a store that fails is said to whoever has the article open or opens it, until it works again", async () => {
  const { session, until } = await open([1]);
  await until(() => session.getStatus().state === "saved");
  const fault = "BEFORE INSERT ON part_snapshots BEGIN SELECT RAISE(ABORT, 'on purpose'); END";
  await fixture.command("execute", { sql: `CREATE TRIGGER fault ${fault}` });
  write(session, 1, "in the log", 1);
  await until(() => session.getStatus().reason === "storage-trouble");
  expect(session.getStatus().state).toBe("saved");
  cutSockets();
  await until(() => session.getStatus().state === "offline");
  expect(session.getStatus().reason).toBe(null);
  await until(() => session.getStatus().reason === "storage-trouble");
  await fixture.command("execute", { sql: "DROP TRIGGER fault" });
  await until(() => session.getStatus().state === "saved" && session.getStatus().reason === null);
  session.destroy();
});

describe("a refused copy", () => {
  test("is set aside with exactly what was not taken, and the part goes on from the server's text", async () => {
    const { session, until } = await open([3]);
    await until(() => session.getStatus().state === "saved");
    write(session, 3, "saved before");
    await until(() => session.getStatus().state === "saved");
    write(session, 3, `too much ${"x".repeat(40_000)}`, 1);
    await until(() => session.getSetAside().length > 0);
    await until(() => session.getStatus().state === "saved" && read(session, 3, 1) === "");
    await until(() => !session.getSetAside()[0]?.text.includes("saved before"));
    const [kept] = session.getSetAside();
    expect(kept).toMatchObject({ reason: "too-large" });
    expect(kept?.text.slice(0, 14)).toBe("[8]\ntoo much x");
    expect([read(session, 3), write(session, 3, "goes on", 1)]).toEqual(["saved before", true]);
    await until(() => session.getStatus().state === "saved");
    expect(session.getSetAside()).toHaveLength(1);
    await session.discardSetAside(kept?.id ?? "");
    expect(session.getSetAside()).toEqual([]);
    session.destroy();
  });

  test("takes what is typed until the new copy is there, and that is set aside too", async () => {
    const { session, until } = await open([2]);
    await until(() => session.getStatus().state === "saved");
    write(session, 2, "x".repeat(40_000));
    await until(() => session.getStatus().state === "refused");
    const words: string[] = [];
    while (session.getStatus().state === "refused") {
      words.push(`word ${words.length}`);
      expect(write(session, 2, words.join(", "), 1)).toBe(true);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(write(session, 2, "in the new copy", 1)).toBe(true);
    await until(() => session.getStatus().state === "saved");
    expect(session.getSetAside()).toHaveLength(1);
    expect(session.getSetAside()[0]?.text).toContain(`[6]\n${words.join(", ")}\n`);
    expect([read(session, 2), read(session, 2, 1)]).toEqual(["", "in the new copy"]);
    session.destroy();
  });

  test("of another epoch is never merged: the page asks for the epochs of now, and goes on", async () => {
    const { session, until } = await open([0]);
    await until(() => session.getStatus().state === "saved");
    write(session, 0, "of the first epoch", 1);
    await until(() => session.getStatus().state === "saved");
    await fixture.command("raise-epoch", { partId: fixture.parts[0]?.id });
    await until(() => session.getStatus().state !== "saved");
    await until(() => session.getStatus().state === "saved");
    // The server has kept all of it, so nothing is set aside in the end.
    await until(() => session.getSetAside().length === 0);
    expect(write(session, 0, "of the second", 1)).toBe(true);
    await until(() => session.getStatus().state === "saved");
    expect(await fixture.command("read", { segmentId: getSegmentId(0, 1) })).toMatchObject({
      content: [{ text: "of the second" }],
    });
    session.destroy();
  });

  test("of somebody who lost the right to write is set aside, and the server's text is shown", async () => {
    const { session, until } = await open([4]);
    await until(() => session.getStatus().state === "saved");
    cutSockets();
    await until(() => session.getStatus().state === "offline");
    write(session, 4, "too late");
    await fixture.command("set-role", { memberId: fixture.translator, role: "viewer" });
    await until(() => session.getSetAside().length > 0 && session.getStatus().state === "read-only");
    await until(() => read(session, 4) === "");
    expect(session.getSetAside()[0]).toMatchObject({ reason: "read-only", text: "[9]\ntoo late\n" });
    expect([write(session, 4, "more"), session.undo(), session.getStatus().reason]).toEqual([
      false,
      null,
      null,
    ]);
    session.destroy();
    await fixture.command("set-role", { memberId: fixture.translator, role: "translator" });
  });

  test("of an article in the trash is not set aside when the server has all of it, and else is", async () => {
    const { session, until } = await open([5]);
    await until(() => session.getStatus().state === "saved");
    write(session, 5, "on the server");
    await until(() => session.getStatus().state === "saved");
    const place = { memberId: fixture.owner, articleId: fixture.articleId };
    await fixture.command("trash", place);
    await until(() => session.getStatus().state === "saving");
    write(session, 4, "too late");
    await until(() => session.getStatus().state === "refused" && session.getStatus().pending > 0);
    await until(() => session.getSetAside().length > 0);
    expect(session.getSetAside().map(({ text }) => text)).toEqual(["[9]\ntoo late\n"]);
    session.destroy();
    await fixture.command("restore", place);
    const again = await open([5]);
    await again.until(() => again.session.getStatus().state === "saved");
    expect([read(again.session, 4), read(again.session, 5)]).toEqual(["", "on the server"]);
    write(again.session, 5, "");
    await again.until(() => again.session.getStatus().state === "saved");
    again.session.destroy();
  });

  test("of an article that is gone is set aside once, and cannot be typed into", async () => {
    const { session, until } = await open([5]);
    await until(() => session.getStatus().state === "saved");
    const sql = (at: string) => `UPDATE articles SET trashed_at = ${at} WHERE id = '${fixture.articleId}'`;
    await fixture.command("execute", { sql: sql("1") });
    for (const part of [4, 5]) await fixture.command("close-part", { partId: fixture.parts[part]?.id });
    write(session, 5, "unsent");
    await until(() => session.getStatus().state === "refused");
    await until(() => session.getSetAside().length > 0);
    expect([session.getStatus().reason, session.getSetAside()[0]?.text]).toEqual([
      "not-found",
      "[11]\nunsent\n",
    ]);
    expect([write(session, 5, "more"), read(session, 5)]).toEqual([false, "unsent"]);
    session.destroy();
    await fixture.command("execute", { sql: sql("NULL") });
  });
});
