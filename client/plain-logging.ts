/** What Yjs needs of lib0's logging, in the browser's own console and without colours. */

export const [ORANGE, RED, BOLD, UNBOLD] = ["", "", "", ""];

export function print(...words: readonly unknown[]): void {
  console.info(...words);
}

export function warn(...words: readonly unknown[]): void {
  console.warn(...words);
}
