/** What of a source is carried into its target as it is: marks, links and placeholders, and which of them are missing. */
import { type Inline, isPlaceholder, type Placeholder, type SimpleMark, simpleMarks } from "./inline.ts";

export type Carried =
  | { readonly type: "placeholder"; readonly placeholder: Placeholder }
  | { readonly type: "mark"; readonly mark: SimpleMark }
  | { readonly type: "link"; readonly href: string; readonly text: string };

/** Each thing to carry over with whether the target lacks it. Placeholders first, in the order of the source. */
export type CarryOver = { readonly carried: Carried; readonly isMissing: boolean };

export function listCarryOvers(source: readonly Inline[], target: readonly Inline[]): CarryOver[] {
  const marksOf = (content: readonly Inline[]) =>
    new Set(content.flatMap((each) => (each.type === "text" ? (each.marks ?? []) : [])));
  const linksOf = (content: readonly Inline[]) =>
    new Set(content.flatMap((each) => (each.type === "text" && each.href ? [each.href] : [])));
  const present = new Set(target.filter(isPlaceholder).map((each) => each.id));
  const targetMarks = marksOf(target);
  const targetLinks = linksOf(target);
  const sourceMarks = marksOf(source);
  return [
    ...source.filter(isPlaceholder).map((placeholder) => ({
      carried: { type: "placeholder" as const, placeholder },
      isMissing: !present.has(placeholder.id),
    })),
    ...[...linksOf(source)].map((href) => ({
      carried: { type: "link" as const, href, text: readLinked(source, href) },
      isMissing: !targetLinks.has(href),
    })),
    ...simpleMarks
      .filter((mark) => sourceMarks.has(mark))
      .map((mark) => ({ carried: { type: "mark" as const, mark }, isMissing: !targetMarks.has(mark) })),
  ];
}

/** The words of the source that lead to this address. */
function readLinked(source: readonly Inline[], href: string): string {
  return source.map((each) => (each.type === "text" && each.href === href ? each.text : "")).join("");
}
