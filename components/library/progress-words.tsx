"use client";
import { useTranslations } from "next-intl";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import type { Progress } from "#core/articles/states.ts";

const told = ["approved", "translated", "draft", "untranslated"] as const;

/** The bar and the same in words: the parts add up to all segments. */
export function ProgressWords({
  progress,
  percent,
}: {
  readonly progress: Progress;
  readonly percent: number;
}) {
  const t = useTranslations("library");
  const total = told.reduce((sum, state) => sum + progress[state].segments, 0);
  const parts = told.filter((state) => progress[state].segments > 0);
  const words = parts
    .map((state) => t(`counts.${state}`, { count: progress[state].segments }))
    // A number stays on the line of its word.
    .map((word) => word.replaceAll(" ", "\u00a0"));
  const [only] = parts.length === 1 ? parts : [];
  const text =
    only === "approved"
      ? t("counts.allApproved", { count: total })
      : only === "translated"
        ? t("counts.allTranslated", { count: total })
        : words.join(" · ");
  return (
    <div className="flex flex-col gap-1.5 text-[12.5px] text-muted" title={t("percent", { percent })}>
      <ProgressBar progress={progress} />
      <span>{text}</span>
    </div>
  );
}
