/** What a socket may still send of a kind of frame: so many come back each second, up to what it may save up. */

export type Allowance = { left: number; at: number };
export type Rate = { readonly perSecond: number; readonly burst: number };

/** The time that nobody sets: one that goes back would take away what is left. */
const readClock = () => performance.now();

export function buildAllowance({ burst }: Rate): Allowance {
  return { left: burst, at: readClock() };
}

/** Takes one; false when none is left. */
export function spend(allowance: Allowance, { perSecond, burst }: Rate): boolean {
  const now = readClock();
  const gained = ((now - allowance.at) / 1000) * perSecond;
  allowance.left = Math.min(burst, allowance.left + gained);
  allowance.at = now;
  if (allowance.left < 1) return false;
  allowance.left -= 1;
  return true;
}
