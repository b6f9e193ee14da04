"use client";
import { ChevronDown, ChevronUp, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useActive, useWorkbench } from "#components/workbench/workbench-context.tsx";
import { renderPlainText } from "#core/articles/inline.ts";

/** Find over the whole article, because the page itself holds only the rows near the view. */
export function FindBar({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations("workbench.find");
  const { reveal, editor } = useWorkbench();
  const [query, setQuery] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const found = useFound(query);
  const active = useActive();
  const at = found.indexOf(active?.segmentId ?? "");

  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);

  const go = (step: 1 | -1) => {
    const next = found[(Math.max(at, step === 1 ? -1 : 0) + step + found.length) % found.length];
    if (next) reveal(next);
    // Enter again means the next one: the caret stays in this field.
    requestAnimationFrame(() => input.current?.focus());
  };

  const close = () => {
    onClose();
    // The caret goes on in the text that was found.
    editor.current?.focus();
  };

  return (
    <search className="absolute top-2 right-4 z-10 flex items-center gap-2 rounded-md border border-line bg-raised py-1 pr-1 pl-3 shadow-float">
      <input
        ref={input}
        type="search"
        value={query}
        aria-label={t("title")}
        placeholder={t("title")}
        className="w-52 bg-transparent outline-none"
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Escape") close();
          if (event.key === "Enter") go(event.shiftKey ? -1 : 1);
        }}
      />
      <output className="min-w-20 text-right text-[12px] text-muted">
        {query === "" ? "" : found.length === 0 ? t("none") : t("count", { count: found.length })}
      </output>
      <IconButton
        icon={ChevronUp}
        label={t("previous")}
        onClick={() => go(-1)}
        disabled={found.length === 0}
      />
      <IconButton icon={ChevronDown} label={t("next")} onClick={() => go(1)} disabled={found.length === 0} />
      <IconButton icon={X} label={t("close")} onClick={close} />
    </search>
  );
}

/** Ids of the segments whose source or target, as it stands in this browser now, holds the words. */
function useFound(query: string): readonly string[] {
  const { data, session } = useWorkbench();
  return useMemo(() => {
    const words = query.trim().normalize("NFC").toLowerCase();
    if (words === "") return [];
    const holds = (text: string) => text.normalize("NFC").toLowerCase().includes(words);
    return data.segments
      .filter(
        ({ id, sourceText }) => holds(sourceText) || holds(renderPlainText(session.getTarget(id).content)),
      )
      .map(({ id }) => id);
  }, [data, query, session]);
}
