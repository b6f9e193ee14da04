/** The door in front of the pages: names, origins, sessions and headers, asked of the real server. */
import { once } from "node:events";
import { type IncomingMessage, type OutgoingHttpHeaders, request } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import WebSocket from "ws";
import { type RunningServer, removeFolder, startServer } from "#e2e/support/server.ts";
import { getSessionCookie } from "#server/people/session.ts";

let server: RunningServer;
let port: number;
let sessionCookie: string;

beforeAll(async () => {
  server = await startServer();
  port = Number(new URL(server.url).port);
  sessionCookie = getSessionCookie(server.data);
});

afterAll(async () => {
  await server.stop();
  removeFolder(server.data);
});

type Answer = {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
};

/** One request on the loopback address with exactly these headers. */
async function ask(path: string, headers: OutgoingHttpHeaders = {}, method = "GET"): Promise<Answer> {
  const asked = request({
    host: "127.0.0.1",
    port,
    path,
    method,
    headers: { host: `localhost:${port}`, ...headers },
  });
  asked.end();
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  let body = "";
  for await (const chunk of response) body += chunk;
  return { status: response.statusCode ?? 0, headers: response.headers, body };
}

/** What the server says to bytes that no client library would send. */
async function askRaw(lines: readonly string[]): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.end(`${lines.join("\r\n")}\r\n\r\n`);
  let answer = "";
  for await (const chunk of socket) answer += chunk;
  return answer.split("\r\n")[0] ?? "";
}

/** The address of the library, by the redirect that a first visit gets. */
async function openLibrary(headers: OutgoingHttpHeaders = {}): Promise<Answer> {
  const first = await ask("/", headers);
  return ask(first.headers.location ?? "/", { ...headers, cookie: readSession(first) });
}

function readSession({ headers }: Answer): string {
  return (headers["set-cookie"] ?? []).map((each) => each.split(";")[0]).join("; ");
}

describe("the names that the server answers to", () => {
  test.each(["localhost", "127.0.0.1", "[::1]", "LOCALHOST"])("%s is one", async (name) => {
    expect((await ask("/api/health", { host: `${name}:${port}` })).status).toBe(200);
  });

  test.each([
    ["another site's", () => `evil.example:${port}`],
    ["a name rebound to this address", () => `127.0.0.1.nip.example:${port}`],
    ["our name with a dot", () => `localhost.:${port}`],
    ["our name without the port", () => "localhost"],
    ["our name at another port", () => `localhost:${port + 1}`],
    ["a user before our name", () => `localhost:${port}@evil.example`],
    ["an address of the local network", () => `192.168.0.1:${port}`],
  ])("%s is none", async (_what, host) => {
    expect((await ask("/", { host: host() })).status).toBe(421);
  });

  test("a request that names nobody is refused", async () => {
    expect(await askRaw(["GET / HTTP/1.0"])).toContain("421");
  });
});

const foreignOrigins: readonly (readonly [string, () => string])[] = [
  ["another site", () => "https://evil.example"],
  ["another port of ours", () => `http://localhost:${port + 1}`],
  ["our name over https", () => `https://localhost:${port}`],
  ["a name under ours", () => `http://evil.localhost:${port}`],
  ["a sandboxed frame", () => "null"],
  ["nothing that can be read", () => "::not an origin::"],
];

describe("the pages that may talk to the server", () => {
  test.each(foreignOrigins)("not those of %s", async (_what, origin) => {
    expect((await ask("/api/health", { origin: origin() })).status).toBe(403);
    expect((await ask("/api/imports", { origin: origin() }, "POST")).status).toBe(403);
  });

  test("a change needs an origin at all", async () => {
    expect((await ask("/api/imports", {}, "POST")).status).toBe(403);
    expect((await ask("/api/jobs", {}, "DELETE")).status).toBe(403);
  });

  test.each(foreignOrigins)("no socket for %s", async (_what, origin) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/collab`, {
      headers: { host: `localhost:${port}`, origin: origin() },
    });
    const [, response] = (await once(socket, "unexpected-response")) as [unknown, IncomingMessage];
    expect(response.statusCode).toBe(403);
    response.destroy();
  });

  test("no socket without an origin, at another path or at another name", async () => {
    const upgrade = ["Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13"];
    const key = "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==";
    const own = [`Host: localhost:${port}`, `Origin: http://localhost:${port}`];
    const [host = ""] = own;
    expect(await askRaw(["GET /collab HTTP/1.1", host, ...upgrade, key])).toContain("403");
    expect(await askRaw(["GET /_next/hmr HTTP/1.1", ...own, ...upgrade, key])).toContain("404");
    expect(await askRaw(["GET // HTTP/1.1", ...own, ...upgrade, key])).toContain("404");
    expect(await askRaw(["GET /collab HTTP/1.1", "Host: evil.example", ...upgrade, key])).toContain("403");
    expect((await ask("/api/health")).status).toBe(200);
  });
});

describe("the owner's session", () => {
  test("is of its data folder: the ports of one name share their cookies", () => {
    expect(getSessionCookie("/data/one")).toMatch(/^duizhao-session-[0-9a-f]{8}$/);
    expect(getSessionCookie("/data/one")).not.toBe(getSessionCookie("/data/another"));
  });

  // A language that we do not speak makes Next set a cookie of its own.
  test.each(["en", "zh-CN", "fr", ""])(
    "comes with a person's own visit in %j, for our pages and no script",
    async (language) => {
      const { headers } = await ask("/", { "accept-language": language });
      const cookie = headers["set-cookie"]?.find((each) => each.startsWith(`${sessionCookie}=`));
      expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/);
    },
  );

  test("comes with the visit of a program, which names a mode and no site", async () => {
    const { headers } = await ask("/", { "sec-fetch-mode": "cors" });
    expect(headers["set-cookie"]).toContainEqual(expect.stringContaining(sessionCookie));
  });

  test.each([
    [
      "a frame of another site",
      { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe" },
    ],
    [
      "a script of another site",
      { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "script" },
    ],
    ["a picture", { accept: "image/png" }],
  ])("does not come with %s", async (_what, headers) => {
    expect((await ask("/", headers)).headers["set-cookie"] ?? []).not.toContainEqual(
      expect.stringContaining(sessionCookie),
    );
  });

  test.each([
    "/api/jobs?articleId=a",
    "/api/concepts/uses?projectId=a",
    "/api/articles/a/confirmations",
    "/api/articles/a/original",
  ])("is asked for at %s", async (path) => {
    expect((await ask(path)).status).toBe(401);
    expect((await ask(path, { cookie: `${sessionCookie}=forged` })).status).toBe(401);
  });
});

describe("the headers of a page", () => {
  test("let no other script run and nobody frame or keep it", async () => {
    const { status, headers } = await openLibrary();
    expect(status).toBe(200);
    const policy = `${headers["content-security-policy"]}`;
    expect(policy).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic';/);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(headers["cache-control"]).toContain("no-store");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["x-powered-by"]).toBeUndefined();
  });

  test.each(["/icon/projects/x/library", "/apiary", "/favicon.icon"])(
    "come with whatever else is asked for: %s",
    async (address) => {
      const { headers } = await ask(address);
      expect(headers["content-security-policy"]).toContain("default-src 'none'");
    },
  );

  // Some browsers ask for the former before they have read of the latter.
  test.each([
    ["/favicon.ico", "image/x-icon"],
    ["/icon.svg", "image/svg+xml"],
  ])("an icon is at %s", async (address, type) => {
    const { status, headers } = await ask(address);
    expect(status).toBe(200);
    expect(headers["content-type"]).toBe(type);
  });

  test("have another nonce each time", async () => {
    const nonces = new Set<string>();
    for (let count = 0; count < 100; count += 1) {
      const { headers } = await ask("/");
      nonces.add(/'nonce-([^']+)'/.exec(`${headers["content-security-policy"]}`)?.[1] ?? "");
    }
    expect(nonces.size).toBe(100);
    expect(nonces).not.toContain("");
  });

  test.each([
    "x-middleware-subrequest",
    "x-middleware-prefetch",
    "x-nextjs-data",
    "next-resume",
    "x-invoke-path",
  ])("stay the same when a request brings %s", async (name) => {
    const { headers } = await openLibrary({ [name]: "proxy:proxy:proxy:proxy:proxy" });
    expect(headers["content-security-policy"]).toMatch(/'nonce-/);
  });
});
