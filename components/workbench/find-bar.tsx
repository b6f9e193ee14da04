"use client";
import { ChevronDown, ChevronUp, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";
import { ArticleFinder } from "#client/workbench/article-finder.ts";
import { findTargets } from "#client/workbench/find-requests.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useFindWalk } from "#components/workbench/use-find-walk.ts";
import { useHitMarks } from "#components/workbench/use-hit-marks.ts";
import { useWorkbench, type WorkbenchTools } from "#components/workbench/workbench-context.tsx";
import { renderPlainText } from "#core/articles/inline.ts";

export type FindBarProps = {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly onClose: () => void;
};

/** Find over the whole article, because the page itself holds only the rows near the view. */
export function FindBar({ inputRef, onClose }: FindBarProps) {
  const t = useTranslations("workbench.find");
  const tools = useWorkbench();
  const [query, setQuery] = useState(readSelectedWords);
  const [finder] = useState(() => createFinder(tools));
  useEffect(() => finder.start(), [finder]);
  const hits = useSyncExternalStore(finder.subscribe, finder.getHits, finder.getHits);
  const walk = useFindWalk(hits);
  useHitMarks(query, walk.place);

  const search = (words: string) => {
    setQuery(words);
    finder.setWords(words);
    walk.begin(finder.getHits());
  };
  const begin = useEffectEvent(() => {
    search(query);
    inputRef.current?.focus();
    inputRef.current?.select();
  });
  useEffect(() => begin(), []);

  const close = () => {
    onClose();
    walk.leave(query);
  };

  return (
    <search
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.nativeEvent.isComposing) close();
      }}
      className="absolute top-2 right-4 left-4 z-10 flex items-center gap-1 rounded-md border border-line bg-raised py-1 pr-1 pl-3 shadow-float sm:left-auto"
    >
      <input
        ref={inputRef}
        type="search"
        value={query}
        aria-label={t("title")}
        placeholder={t("title")}
        className="w-52 min-w-0 grow bg-transparent outline-none [&::-webkit-search-cancel-button]:hidden"
        onChange={(event) => search(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Enter") walk.go(event.shiftKey ? -1 : 1);
        }}
      />
      <output className="shrink-0 px-1 text-right text-[12px] text-muted tabular-nums sm:min-w-20">
        <FoundCount query={query} at={walk.at} count={hits.length} />
      </output>
      <IconButton
        icon={ChevronUp}
        label={t("previous")}
        onClick={() => walk.go(-1)}
        disabled={hits.length === 0}
      />
      <IconButton
        icon={ChevronDown}
        label={t("next")}
        onClick={() => walk.go(1)}
        disabled={hits.length === 0}
      />
      <IconButton icon={X} label={t("close")} onClick={close} />
    </search>
  );
}

type CountProps = { readonly query: string; readonly at: number; readonly count: number };

function FoundCount({ query, at, count }: CountProps) {
  const t = useTranslations("workbench.find");
  if (query.trim() === "") return null;
  if (count === 0) return t("none");
  return at < 0 ? t("count", { count }) : t("place", { at: at + 1, count });
}

function createFinder({ data, session }: WorkbenchTools): ArticleFinder {
  return new ArticleFinder({
    segments: data.segments,
    readTarget: (segmentId) => {
      const { content, isLoaded } = session.getTarget(segmentId);
      return { text: renderPlainText(content), isLoaded };
    },
    subscribeTargets: (listener) => session.subscribeTargets(listener),
    askServer: (words, signal) => findTargets(data.article.id, words, signal),
  });
}

/** A few words that are selected are what is looked for. */
function readSelectedWords(): string {
  const text = window.getSelection()?.toString().trim() ?? "";
  return text.length <= 40 && !text.includes("\n") ? text : "";
}
