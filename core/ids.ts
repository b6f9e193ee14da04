/** Our own ids: 20 characters of [a-z0-9], nine of time (so that they sort by birth), eleven random. */

const alphabet = "0123456789abcdefghijklmnopqrstuvwxyz";

export const idPattern = /^[a-z0-9]{20}$/;

/**
 * Builds one id from a time in milliseconds since 1970 and eleven random bytes or more.
 * Pure: the caller brings clock and chance (`server/create-id.ts`).
 */
export function buildId(time: number, random: Uint8Array): string {
  if (random.length < 11) throw new RangeError("buildId needs 11 random bytes");
  let id = Math.floor(time).toString(36).padStart(9, "0").slice(-9);
  for (let index = 0; index < 11; index += 1) id += alphabet[(random[index] ?? 0) % 36];
  return id;
}

/** True when the text has the shape of one of our ids. */
export function isId(text: string): boolean {
  return idPattern.test(text);
}
