/** One logger for the server: JSON lines on standard error, so that commands keep standard output for results. */
import pino from "pino";

export const log = pino({ base: null }, pino.destination({ dest: 2, sync: true }));
