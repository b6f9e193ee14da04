import { afterAll, beforeAll, expect, test } from "vitest";
import { createFolder, type RunningFixture, startFixture } from "#server/collab/run-fixture.ts";
import type { CollabSocket } from "./collab-socket.ts";
import { cutSocket, openCollab, openSocket } from "./fixture-session.ts";
import { ProjectRoom } from "./project-room.ts";
import { TokenSource } from "./token-source.ts";

/** Milliseconds under the 15 s after which a state is told again in any case. */
const atOnce = 10_000;

let fixture: RunningFixture;

beforeAll(async () => {
  fixture = await startFixture(createFolder());
});
afterAll(() => fixture.end());

class Visit {
  readonly socket: CollabSocket;
  readonly room: ProjectRoom;

  constructor(memberId: string) {
    this.socket = openSocket(fixture);
    const tokens = new TokenSource(() => openCollab(fixture, memberId));
    this.room = new ProjectRoom({ projectId: fixture.projectId, memberId, socket: this.socket, tokens });
    this.room.setPlace(fixture.articleId, null);
  }

  /** Waits until exactly these are seen; who has no name yet has not been stamped. */
  seeing(...names: string[]): Promise<void> {
    const isSeen = () => this.#listNames().join() === names.sort().join();
    if (isSeen()) return Promise.resolve();
    return new Promise((resolve) => {
      const stop = this.room.peopleChanged.add(() => {
        if (!isSeen()) return;
        stop();
        resolve();
      });
    });
  }

  leave(): void {
    this.room.close();
    this.socket.destroy();
  }

  #listNames(): string[] {
    return this.room
      .listPeople()
      .map(({ name }) => name)
      .sort();
  }
}

test("who comes back after a cut is seen at once, and sees the others at once, each time", async () => {
  const [ana, bo] = [new Visit(fixture.owner), new Visit(fixture.translator)];
  await Promise.all([ana.seeing("translator"), bo.seeing("owner")]);
  for (let round = 0; round < 3; round += 1) {
    const cutAt = performance.now();
    cutSocket(ana.socket);
    await Promise.all([bo.seeing(), ana.seeing()]);
    await Promise.all([bo.seeing("owner"), ana.seeing("translator")]);
    expect(performance.now() - cutAt).toBeLessThan(atOnce);
  }
  ana.leave();
  await bo.seeing();
  bo.leave();
});
