/** What of a source is carried into its target as it is: marks, links and placeholders, and which of them are missing. */
import { type Inline, isPlaceholder, type Placeholder, renderPlainText, type SimpleMark } from "./inline.ts";

export type Carried =
  | { readonly type: "placeholder"; readonly placeholder: Placeholder }
  | { readonly type: "mark"; readonly mark: SimpleMark }
  | { readonly type: "link"; readonly href: string; readonly text: string };

export type CarryOver = { readonly carried: Carried; readonly isMissing: boolean };

/** Each thing to carry over once, in the order of the source, with whether the target lacks it. */
export function listCarryOvers(source: readonly Inline[], target: readonly Inline[]): CarryOver[] {
  const present = new Set(target.flatMap(listKeys));
  const listed = new Set<string>();
  return source.flatMap((inline) =>
    listKeys(inline).flatMap((key) => {
      const carried = listed.has(key) ? null : findCarried(inline, key, source);
      listed.add(key);
      return carried ? [{ carried, isMissing: !present.has(key) }] : [];
    }),
  );
}

/** The placeholders of the source that the target lacks. */
export function listLostPlaceholders(source: readonly Inline[], target: readonly Inline[]): Placeholder[] {
  const present = new Set(target.flatMap(listKeys));
  return source.filter(isPlaceholder).filter((placeholder) => !present.has(placeholder.id));
}

/** Placeholders as they are named in a sentence. A picture without words is a box. */
export function renderPlaceholders(placeholders: readonly Placeholder[]): string {
  return placeholders.map((each) => renderPlainText([each]) || "▢").join(" ");
}

/** What stands there to be carried over: a placeholder by its id, an address, marks by their names. */
function listKeys(inline: Inline): string[] {
  if (isPlaceholder(inline)) return [inline.id];
  if (inline.type !== "text") return [];
  return [...(inline.href ? [inline.href] : []), ...(inline.marks ?? [])];
}

function findCarried(inline: Inline, key: string, source: readonly Inline[]): Carried | null {
  if (isPlaceholder(inline)) return { type: "placeholder", placeholder: inline };
  if (inline.type !== "text") return null;
  if (inline.href === key) return { type: "link", href: key, text: readLinked(source, key) };
  const mark = inline.marks?.find((each) => each === key);
  return mark ? { type: "mark", mark } : null;
}

/** The words of the source that lead to this address. */
function readLinked(source: readonly Inline[], href: string): string {
  return source.map((each) => (each.type === "text" && each.href === href ? each.text : "")).join("");
}
