/** What this browser keeps by name, over reloads. It may keep nothing: somebody has forbidden it, or the disk is full. */

/** Null for what is not kept. */
export function readKept(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Null forgets it. False when the browser does not keep it. */
export function keep(name: string, value: string | null): boolean {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
    return true;
  } catch {
    return false;
  }
}
