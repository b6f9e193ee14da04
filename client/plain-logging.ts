/** What Yjs needs of lib0's logging, in the browser's own console and without colours. The build fails on a name it lacks. */
import type * as Logging from "lib0/logging";

export const [ORANGE, RED, BOLD, UNBOLD] = ["", "", "", ""];

export const print: typeof Logging.print = (...words) => console.info(...words);

export const warn: typeof Logging.warn = (...words) => console.warn(...words);
