"use client";
import { ChevronDown, ChevronUp, X } from "lucide-react";
import { useTranslations } from "next-intl";
import {
  type RefObject,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useState,
  useSyncExternalStore,
} from "react";
import { ArticleFinder } from "#client/workbench/article-finder.ts";
import { findTargets } from "#client/workbench/find-requests.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useFindWalk } from "#components/workbench/use-find-walk.ts";
import { useHitMarks } from "#components/workbench/use-hit-marks.ts";
import { useWorkbench, type WorkbenchTools } from "#components/workbench/workbench-context.tsx";
import { renderPlainText } from "#core/articles/inline.ts";

export type FindHitsHandle = {
  readonly go: (step: 1 | -1) => void;
  /** Puts the caret where the walk has ended. */
  readonly leave: () => void;
};

export type FindHitsProps = {
  readonly query: string;
  readonly handleRef: RefObject<FindHitsHandle | null>;
  readonly onClose: () => void;
};

/** How many hits there are, and the way from one to the next. */
export function FindHits({ query, handleRef, onClose }: FindHitsProps) {
  const t = useTranslations("workbench.find");
  const tools = useWorkbench();
  const [finder] = useState(() => createFinder(tools));
  useEffect(() => finder.start(), [finder]);
  const hits = useSyncExternalStore(finder.subscribe, finder.getHits, finder.getHits);
  const walk = useFindWalk(hits);
  useHitMarks(query, walk.place);
  useImperativeHandle(handleRef, () => ({ go: walk.go, leave: () => walk.leave(query) }));
  const search = useEffectEvent((words: string) => {
    finder.setWords(words);
    walk.begin(finder.getHits());
  });
  useEffect(() => search(query), [query]);
  return (
    <>
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
      <IconButton icon={X} label={t("close")} onClick={onClose} />
    </>
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
