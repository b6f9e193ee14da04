/** What is being typed into a form, kept in this browser until it was sent: neither Escape nor a reload loses it. */
import { useEffect, useRef, useState } from "react";
import type { z } from "zod";
import { keep, readKept } from "#client/kept.ts";

export type Draft<Value> = {
  readonly value: Value;
  /** For a form that is open: what comes to one that was closed meanwhile changes nothing. */
  readonly set: (value: Value) => void;
  /** What is typed by now, for who has waited for an answer: `value` is what it was before. */
  readonly readLatest: () => Value;
  /** True when the form began with what had been typed earlier. */
  readonly isRestored: boolean;
  /** Forgets what was typed: the person begins anew. */
  readonly clear: () => void;
  /** True while the form is open and holds just what was sent: nothing was typed since. */
  readonly isStill: (sent: Value) => boolean;
  /**
   * Forgets what was sent, now that it is stored. What was typed while the answer was on its way is kept, also if that
   * was in the form that was opened after this one. As `isStill`: true when the form has nothing more to do.
   */
  readonly settle: (sent: Value) => boolean;
};

/** The draft of this name; without one, or with one that the schema refuses, it begins with `initial`. For the browser only. */
export function useDraft<Value>(name: string, initial: Value, schema: z.ZodType<Value>): Draft<Value> {
  const key = `duizhao.draft.${name}`;
  const [{ value, isRestored }, setState] = useState(() => {
    const kept = readDraft(key, schema);
    return { value: kept ?? initial, isRestored: kept !== null };
  });
  const latest = useRef(value);
  const isOpen = useRef(false);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  const clear = () => {
    latest.current = initial;
    setState({ value: initial, isRestored: false });
    keep(key, null);
  };
  /** In one order of fields, whoever wrote them. */
  const print = (given: Value) => JSON.stringify(schema.parse(given));
  const isStill = (sent: Value) => isOpen.current && print(latest.current) === print(sent);
  return {
    value,
    isRestored,
    readLatest: () => latest.current,
    set: (next) => {
      if (!isOpen.current) return;
      latest.current = next;
      setState({ value: next, isRestored });
      const text = JSON.stringify(next);
      // Where the browser keeps nothing, the form itself still holds the text.
      keep(key, text === JSON.stringify(initial) ? null : text);
    },
    clear,
    isStill,
    settle: (sent) => {
      const isDone = isStill(sent);
      const kept = isOpen.current ? null : readDraft(key, schema);
      if (isDone || (kept !== null && print(kept) === print(sent))) clear();
      return isDone;
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
