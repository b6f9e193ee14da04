/** Language of the page and the headers of every answer. Redirects and headers only: permission is in the data layer. */

import type { NextRequest, NextResponse } from "next/server";
import createMiddleware from "next-intl/middleware";
import { routing } from "#i18n/routing.ts";

const chooseLocale = createMiddleware(routing);

export default function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = buildPolicy(nonce, process.env.NODE_ENV === "development");
  // Next reads the nonce for its own scripts from the policy on the request.
  request.headers.set("content-security-policy", policy);
  request.headers.set("x-nonce", nonce);
  const response = chooseLocale(request);
  response.headers.set("content-security-policy", policy);
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("referrer-policy", "no-referrer");
  response.headers.set("cross-origin-opener-policy", "same-origin");
  response.headers.set("cross-origin-resource-policy", "same-origin");
  response.headers.set("permissions-policy", "camera=(), microphone=(), geolocation=(), browsing-topics=()");
  response.headers.set("cache-control", "private, no-store");
  return response;
}

function buildPolicy(nonce: string, isDevelopment: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    // React writes style attributes; no style can be brought in from an article, since none of it is HTML.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "form-action 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export const config = { matcher: ["/((?!api/|_next/|favicon\\.ico$|icon\\.svg$).*)"] };
