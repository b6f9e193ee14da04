import { expect, test } from "vitest";
import { removeInnerHeaders } from "./check-request.ts";

test("what only Next or a proxy may say is not heard from outside", () => {
  const kept = { host: "localhost:3000", accept: "*/*", "next-action": "a" };
  const headers = {
    ...kept,
    "x-middleware-subrequest": "proxy:proxy",
    "x-nextjs-data": "1",
    "x-invoke-path": "/",
    "next-resume": "1",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
  };
  removeInnerHeaders(headers);
  expect(headers).toEqual(kept);
});
