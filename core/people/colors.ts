/** The palette of people: names that the design tokens give a value in each theme. */

export const personColors = ["li", "ana", "pine", "ochre", "plum", "slate"] as const;

/** A stable colour for the n-th person of a project. */
export function getPersonColor(ordinal: number): string {
  return personColors[ordinal % personColors.length] ?? "li";
}

/** One letter or hanzi for avatars and seals. */
export function getInitial(name: string): string {
  const [first] = name.trim();
  return (first ?? "?").toUpperCase();
}
