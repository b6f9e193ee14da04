/**
 * What Node is started with to serve. Resolving the modules makes some 150 MB of short-lived strings; on a machine with
 * much memory V8 would let the young generation grow to hold them all, and keep it.
 */
export const serverArguments = ["--max-semi-space-size=16", "server/main.ts"];
