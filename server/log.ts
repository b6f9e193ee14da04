/** One logger for the server: JSON lines on standard error, so that commands keep standard output for results. */
import pino from "pino";

// Standard error may be a file on the disk that is full: who tells of that must not fail by it, nor wait for room as the
// logger's own stream does.
process.stderr.on("error", () => {});

export const log = pino({ base: null }, process.stderr);
