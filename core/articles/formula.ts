/** Which TeX may be typeset: what a stranger's file calls a formula must not grow without end. */

/** UTF-16 units; longer is no formula, neither on the page nor in print. */
export const texLimit = 2_000;

/** A formula of its own words: `\edef` alone can fill the memory past every limit of a typesetter. */
const definition = /\\(?:[egx]?def|let|futurelet|(?:re|provide)?newcommand)(?![a-zA-Z@])/;

/** False for what is shown as TeX because setting it could take too long. */
export function canTypeset(tex: string): boolean {
  return tex.length <= texLimit && !definition.test(tex);
}
