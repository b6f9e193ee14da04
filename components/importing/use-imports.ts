import { useEffect, useReducer, useRef } from "react";
import {
  discardImport,
  type ImportInput,
  keepImport,
  startUpload,
  type Upload,
} from "#client/importing/import-requests.ts";
import {
  buildItem,
  changeItems,
  type ImportForm,
  type ImportItem,
  isKeepable,
  isWaiting,
} from "#components/importing/import-items.ts";

/** Files on their way into the library: sent and read at once, kept when the person says so. */
export type Imports = {
  readonly items: readonly ImportItem[];
  readonly add: (inputs: readonly ImportInput[]) => void;
  readonly retry: (item: ImportItem) => void;
  readonly remove: (item: ImportItem) => void;
  readonly edit: (item: ImportItem, form: Partial<ImportForm>) => void;
  /** Keeps every keepable one, one after the other; the ids of those that became articles, null when one failed. */
  readonly keepAll: () => Promise<readonly string[] | null>;
  /** Ends what runs and lets the server forget what was not kept. */
  readonly clear: () => void;
  /** Leaves what still waits for a word from the person; what is done or failed goes. */
  readonly tidy: () => void;
};

/** What the server has forgotten, or knows by now as an article: reading it again tells how it stands. */
const outdated: readonly string[] = ["not-found", "conflict"];

export function useImports(): Imports {
  const [items, change] = useReducer(changeItems, []);
  // For what goes on while an answer is on its way: the person goes on, too.
  const latest = useRef(items);
  useEffect(() => {
    latest.current = items;
  }, [items]);
  const uploads = useRef(new Map<string, Upload>());
  // Tokens of what was read and not kept, by item; the server forgets them when the dialog closes.
  const held = useRef(new Map<string, string>());
  useEffect(() => {
    const running = uploads.current;
    return () => {
      for (const upload of running.values()) upload.cancel();
    };
  }, []);

  const send = async (key: string, input: ImportInput) => {
    const upload = startUpload(input, (sent) =>
      change({ type: "stage", key, stage: { name: "sending", sent } }),
    );
    uploads.current.set(key, upload);
    const answer = await upload.answer;
    if (uploads.current.get(key) !== upload) {
      // It was removed while the answer was on its way.
      if (answer.ok) discardImport(answer.value.token);
      return;
    }
    uploads.current.delete(key);
    if (answer.ok) held.current.set(key, answer.value.token);
    const stage = answer.ok
      ? ({ name: "ready", preview: answer.value } as const)
      : ({ name: "failed", failure: answer.failure } as const);
    change({ type: "stage", key, stage });
  };

  const forget = (key: string) => {
    const upload = uploads.current.get(key);
    uploads.current.delete(key);
    upload?.cancel();
    const token = held.current.get(key);
    held.current.delete(key);
    if (token) discardImport(token);
  };

  /** Of one that was read: it was removed, or the dialog cancelled, while others were kept. */
  const isGivenUp = (key: string) => !held.current.has(key);

  const retry = (item: ImportItem) => {
    change({ type: "stage", key: item.key, stage: { name: "sending", sent: 0 } });
    void send(item.key, item.input);
  };

  const keep = async (key: string): Promise<string | null> => {
    const item = latest.current.find((each) => each.key === key);
    if (item?.stage.name !== "ready" || isGivenUp(key)) return null;
    const { preview } = item.stage;
    const title = item.form.title.trim();
    if (preview.title === null && title === "") {
      change({ type: "problem", key: item.key, problem: "title-missing" });
      return null;
    }
    change({ type: "stage", key: item.key, stage: { name: "keeping", preview } });
    const answer = await keepImport(preview.token, {
      ...(preview.title === null ? { title } : {}),
      author: item.form.author.trim() || null,
      permission: item.form.permission,
    });
    if (answer.ok) {
      held.current.delete(item.key);
      const { articleId } = answer.value;
      change({ type: "stage", key: item.key, stage: { name: "kept", preview, articleId } });
      return articleId;
    }
    if (isGivenUp(key)) return null;
    if (answer.failure !== "unreachable" && outdated.includes(answer.failure.code)) {
      held.current.delete(item.key);
      retry(item);
      return null;
    }
    change({ type: "stage", key: item.key, stage: { name: "ready", preview } });
    change({ type: "problem", key: item.key, problem: answer.failure });
    return null;
  };

  const remove = (item: ImportItem) => {
    forget(item.key);
    change({ type: "remove", key: item.key });
  };

  return {
    items,
    add: (inputs) => {
      const added = inputs.map((input) => buildItem(crypto.randomUUID(), input));
      change({ type: "add", items: added });
      for (const { key, input } of added) void send(key, input);
    },
    retry,
    remove,
    edit: (item, form) => change({ type: "form", key: item.key, form }),
    keepAll: async () => {
      const kept: (string | null)[] = [];
      for (const { key } of items.filter(isKeepable)) kept.push(await keep(key));
      const ids = kept.filter((id) => id !== null);
      return ids.length === kept.length ? ids : null;
    },
    clear: () => {
      for (const item of items) forget(item.key);
      change({ type: "clear" });
    },
    tidy: () => {
      for (const item of items) if (!isWaiting(item)) forget(item.key);
      change({ type: "tidy" });
    },
  };
}
