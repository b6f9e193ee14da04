import { readdirSync } from "node:fs";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const messages = readdirSync("./messages/en")
  .filter((name) => name.endsWith(".json"))
  .map((name) => `./messages/en/${name}`);

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./i18n/request.ts",
  experimental: {
    createMessagesDeclaration: messages,
    // The browser gets sentences already parsed, and no parser.
    messages: { path: "./messages", locales: "infer", format: "json", precompile: true },
  },
});

const config: NextConfig = {
  distDir: process.env.DUIZHAO_BUILD ?? ".next",
  poweredByHeader: false,
  images: { unoptimized: true },
  // While developing, React's debug data would come over a channel that a server of our own does not have: links hung.
  experimental: { reactDebugChannel: false },
  turbopack: {
    resolveAlias: {
      // lib0 names Buffer for Node; in a browser nothing calls it, and Next's stand-in weighs 7 KB.
      "next/dist/compiled/buffer": { browser: "./client/no-buffer.ts" },
      // lib0's own brings a page builder and a schema checker to colour what Yjs prints.
      "lib0/logging": { browser: "./client/plain-logging.ts" },
    },
  },
  // Types are a step of their own in the tests; the build does not check them a second time.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "better-sqlite3",
    "yjs",
    "y-protocols",
    "lib0",
    "pino",
    "@myriaddreamin/typst-ts-node-compiler",
    "@hocuspocus/server",
  ],
};

export default withNextIntl(config);
