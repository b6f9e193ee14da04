"use client";
import { useEffect, useRef, useState } from "react";
import type { Answer } from "#client/ask-server.ts";
import { fetchPreview } from "#client/exporting/fetch-preview.ts";
import type { ShownFailure } from "#core/errors.ts";
import type { ExportOptions } from "#core/exporting/options.ts";

export type Preview = {
  /** The page to show: of the present options, or of the ones before while the present one is made. */
  readonly address: string | null;
  readonly isLoading: boolean;
  readonly failure: ShownFailure | null;
  readonly retry: () => void;
};

/** Milliseconds that changed options must rest before their page is asked for. */
const patience = 250;

/** The first page under these options. Each is asked for once as long as the dialog is open. */
export function usePreview(articleId: string, options: ExportOptions): Preview {
  const key = JSON.stringify(options);
  const [answers, setAnswers] = useState<ReadonlyMap<string, Answer<string>>>(new Map());
  const made = useRef<string[]>([]);
  const answer = answers.get(key);
  const isFirst = answers.size === 0;

  useEffect(() => {
    if (answer) return;
    const control = new AbortController();
    const ask = async () => {
      const next = await fetchPreview(articleId, JSON.parse(key), control.signal);
      if (next.ok) made.current.push(next.value);
      if (!control.signal.aborted) setAnswers((known) => new Map(known).set(key, next));
    };
    const timer = setTimeout(ask, isFirst ? 0 : patience);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [articleId, key, answer, isFirst]);

  useEffect(
    () => () => {
      for (const address of made.current) URL.revokeObjectURL(address);
    },
    [],
  );

  const shown = answer?.ok ? answer : [...answers.values()].findLast((each) => each.ok);
  return {
    address: shown?.ok ? shown.value : null,
    isLoading: !answer,
    failure: answer && !answer.ok ? answer.failure : null,
    retry: () => setAnswers((known) => new Map([...known].filter(([each]) => each !== key))),
  };
}
