"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { isComposing } from "#client/keys/key-map.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { lazyWhenUsed } from "#components/ui/lazy-when-used.ts";
import type { FindHitsHandle } from "#components/workbench/find-hits.tsx";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import { queryCharacterLimit } from "#core/text/query-limit.ts";

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
  const bar = useRef<HTMLElement>(null);
  useLayoutEffect(() => holdText(bar.current?.offsetHeight ?? 0), []);
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
      ref={bar}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !isComposing(event.nativeEvent)) close();
      }}
      className="flex shrink-0 justify-end border-line border-b px-4 py-1.5"
    >
      <div className="flex items-center gap-1 rounded-md border border-line bg-raised pr-1 pl-3 has-[input:focus-visible]:border-faint max-sm:grow">
        <input
          ref={inputRef}
          type="search"
          value={query}
          maxLength={queryCharacterLimit}
          aria-label={t("title")}
          placeholder={t("title")}
          className="w-52 min-w-0 bg-transparent outline-none max-sm:grow [&::-webkit-search-cancel-button]:hidden"
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !isComposing(event.nativeEvent))
              hits.current?.go(event.shiftKey ? -1 : 1);
          }}
        />
        <FindHits query={query} handleRef={hits} />
        <IconButton icon={X} label={t("close")} onClick={close} />
      </div>
    </search>
  );
}

/** The bar takes room above the text, which stays where it is; only the very first rows give way. Returns the way back. */
function holdText(height: number): () => void {
  const list = document.querySelector("[data-workbench-scroll]");
  const move = (by: number) => {
    if (list && list.scrollTop > 0) list.scrollTop += by;
  };
  move(height);
  return () => move(-height);
}

/** A few words that are selected are what is looked for. */
function readSelectedWords(): string {
  const text = window.getSelection()?.toString().trim() ?? "";
  return text.length <= 40 && !text.includes("\n") ? text : "";
}
