import { readdirSync } from "node:fs";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const messages = readdirSync("./messages/en")
  .filter((name) => name.endsWith(".json"))
  .map((name) => `./messages/en/${name}`);

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./i18n/request.ts",
  experimental: { createMessagesDeclaration: messages },
});

const config: NextConfig = {
  distDir: process.env.DUIZHAO_BUILD ?? ".next",
  poweredByHeader: false,
  images: { unoptimized: true },
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
