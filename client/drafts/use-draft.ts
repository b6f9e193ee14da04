/** What is being typed into a form, kept in this browser until it was sent: neither Escape nor a reload loses it. */
import { useRef, useState } from "react";
import type { z } from "zod";
import { keep, readKept } from "#client/kept.ts";

export type Draft<Value> = {
  readonly value: Value;
  readonly set: (value: Value) => void;
  /** What is typed by now, for who has waited for an answer: `value` is what it was before. */
  readonly readLatest: () => Value;
  /** True when the form began with what had been typed earlier. */
  readonly isRestored: boolean;
  /** Forgets what was typed: it was sent, or the person begins anew. */
  readonly clear: () => void;
};

/** The draft of this name; without one, or with one that the schema refuses, it begins with `initial`. For the browser only. */
export function useDraft<Value>(name: string, initial: Value, schema: z.ZodType<Value>): Draft<Value> {
  const key = `duizhao.draft.${name}`;
  const [{ value, isRestored }, setState] = useState(() => {
    const kept = readDraft(key, schema);
    return { value: kept ?? initial, isRestored: kept !== null };
  });
  const latest = useRef(value);
  return {
    value,
    isRestored,
    readLatest: () => latest.current,
    set: (next) => {
      latest.current = next;
      setState({ value: next, isRestored });
      const text = JSON.stringify(next);
      // Where the browser keeps nothing, the form itself still holds the text.
      keep(key, text === JSON.stringify(initial) ? null : text);
    },
    clear: () => {
      latest.current = initial;
      setState({ value: initial, isRestored: false });
      keep(key, null);
    },
  };
}

function readDraft<Value>(key: string, schema: z.ZodType<Value>): Value | null {
  const kept = readKept(key);
  if (kept === null) return null;
  try {
    return schema.parse(JSON.parse(kept));
  } catch {
    // Of an older version of the form: it cannot be shown.
    return null;
  }
}
