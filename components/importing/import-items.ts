/** The files of one import dialog as plain data, and how each moves on. */
import type { ImportInput } from "#client/importing/import-requests.ts";
import type { ShownFailure } from "#core/errors.ts";
import type { ImportPreview } from "#core/importing/import-preview.ts";
import type { Permission } from "#core/importing/parsed-article.ts";

export type ImportForm = {
  readonly title: string;
  readonly author: string;
  readonly permission: Permission;
};

export type ImportStage =
  | { readonly name: "sending"; readonly sent: number }
  | { readonly name: "ready"; readonly preview: ImportPreview }
  | { readonly name: "keeping"; readonly preview: ImportPreview }
  | { readonly name: "kept"; readonly preview: ImportPreview; readonly articleId: string }
  | { readonly name: "failed"; readonly failure: ShownFailure };

export type ImportItem = {
  readonly key: string;
  readonly input: ImportInput;
  readonly stage: ImportStage;
  readonly form: ImportForm;
  /** Why it was not kept, shown beside its fields; null while there is nothing to say. */
  readonly problem: ShownFailure | "title-missing" | null;
};

export type ImportChange =
  | { readonly type: "add"; readonly items: readonly ImportItem[] }
  | { readonly type: "stage"; readonly key: string; readonly stage: ImportStage }
  | { readonly type: "form"; readonly key: string; readonly form: Partial<ImportForm> }
  | { readonly type: "problem"; readonly key: string; readonly problem: ImportItem["problem"] }
  | { readonly type: "remove"; readonly key: string }
  | { readonly type: "clear" }
  /** Leaves what still waits for a word from the person. */
  | { readonly type: "tidy" };

export function buildItem(key: string, input: ImportInput): ImportItem {
  const form = { title: "", author: "", permission: "unknown" } as const;
  return { key, input, form, stage: { name: "sending", sent: 0 }, problem: null };
}

export function changeItems(items: readonly ImportItem[], change: ImportChange): readonly ImportItem[] {
  if (change.type === "clear") return [];
  if (change.type === "tidy") return items.filter(isWaiting);
  if (change.type === "add") return [...items, ...change.items];
  if (change.type === "remove") return items.filter((item) => item.key !== change.key);
  return items.map((item) => (item.key === change.key ? changeItem(item, change) : item));
}

function changeItem(item: ImportItem, change: ImportChange): ImportItem {
  if (change.type === "stage") return { ...item, stage: change.stage };
  if (change.type === "problem") return { ...item, problem: change.problem };
  if (change.type === "form") return { ...item, form: { ...item.form, ...change.form }, problem: null };
  return item;
}

/** True for what "Import" would keep: read, not kept yet, and not here already. */
export function isKeepable(item: ImportItem): boolean {
  return item.stage.name === "ready" && item.stage.preview.existing === null;
}

/** True for what would be lost if nobody came back to it: on its way, or read and not kept yet. */
export function isWaiting(item: ImportItem): boolean {
  return item.stage.name === "sending" || item.stage.name === "keeping" || isKeepable(item);
}

/** What the file itself is to blame for: sending it again would end the same way. */
const finalFailures: readonly string[] = ["unreadable-file", "too-large", "invalid-input", "forbidden"];

/** True when the same file may be read at another try. */
export function isWorthRetry(failure: ShownFailure): boolean {
  return failure === "unreachable" || !finalFailures.includes(failure.code);
}
