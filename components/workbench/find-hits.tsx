"use client";
import { ChevronDown, ChevronUp } from "lucide-react";
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
import { type FindWalk, useFindWalk } from "#components/workbench/use-find-walk.ts";
import { useHitMarks } from "#components/workbench/use-hit-marks.ts";
import { useWorkbench, type WorkbenchTools } from "#components/workbench/workbench-context.tsx";
import { renderPlainText } from "#core/articles/inline.ts";

export type FindHitsHandle = Pick<FindWalk, "go" | "leave">;

export type FindHitsProps = {
  readonly query: string;
  readonly handleRef: RefObject<FindHitsHandle | null>;
};

/** How many hits there are, and the way from one to the next. */
export function FindHits({ query, handleRef }: FindHitsProps) {
  const t = useTranslations("workbench.find");
  const tools = useWorkbench();
  const [finder] = useState(() => createFinder(tools));
  useEffect(() => finder.start(), [finder]);
  const hits = useSyncExternalStore(finder.subscribe, finder.getHits, finder.getHits);
  const walk = useFindWalk(hits);
  useHitMarks(walk.words, walk.place);
  useImperativeHandle(handleRef, () => walk, [walk]);
  const search = useEffectEvent((words: string) => {
    finder.setWords(words);
    walk.begin(words, finder.getHits());
  });
  useEffect(() => search(query), [query]);
  return (
    <>
      <output className="shrink-0 px-1 text-right text-[12px] text-muted tabular-nums sm:min-w-20">
        <FoundCount query={walk.words} at={walk.at} count={hits.length} />
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
