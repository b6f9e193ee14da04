"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef, useState } from "react";
import { isComposing } from "#client/keys/key-map.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { lazyWhenUsed } from "#components/ui/lazy-when-used.ts";
import type { FindHitsHandle } from "#components/workbench/find-hits.tsx";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";

const FindHits = lazyWhenUsed(async () => (await import("#components/workbench/find-hits.tsx")).FindHits);

export type FindBarProps = {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly onClose: () => void;
};

/** Find over the whole article, because the page itself holds only the rows near the view. */
export function FindBar({ inputRef, onClose }: FindBarProps) {
  const t = useTranslations("workbench.find");
  const [query, setQuery] = useState(readSelectedWords);
  const { editor } = useWorkbench();
  const hits = useRef<FindHitsHandle>(null);
  // The field is there with the key that asks for it: what is typed next belongs to it.
  useEffect(() => {
    inputRef.current?.focus();
    inputRef.current?.select();
  }, [inputRef]);
  const close = () => {
    onClose();
    if (hits.current) hits.current.leave();
    else editor.current?.focus();
  };
  return (
    <search
      onKeyDown={(event) => {
        if (event.key === "Escape" && !isComposing(event.nativeEvent)) close();
      }}
      className="absolute top-2 right-4 left-4 z-10 flex items-center gap-1 rounded-md border border-line bg-raised py-1 pr-1 pl-3 shadow-float has-[input:focus-visible]:border-faint sm:left-auto"
    >
      <input
        ref={inputRef}
        type="search"
        value={query}
        aria-label={t("title")}
        placeholder={t("title")}
        className="w-52 min-w-0 grow bg-transparent outline-none [&::-webkit-search-cancel-button]:hidden"
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !isComposing(event.nativeEvent))
            hits.current?.go(event.shiftKey ? -1 : 1);
        }}
      />
      <FindHits query={query} handleRef={hits} />
      <IconButton icon={X} label={t("close")} onClick={close} />
    </search>
  );
}

/** A few words that are selected are what is looked for. */
function readSelectedWords(): string {
  const text = window.getSelection()?.toString().trim() ?? "";
  return text.length <= 40 && !text.includes("\n") ? text : "";
}
