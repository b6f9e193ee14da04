"use client";
import { useTranslations } from "next-intl";
import type { Namesake } from "#core/glossary/concept.ts";

export type NamesakeNoticeProps = {
  /** Said while a term is typed, or beside an entry. */
  readonly sentence: "alreadyThere" | "otherEntry";
  readonly namesakes: readonly Namesake[];
  readonly onOpen: (conceptId: string) => void;
};

/** Other concepts with the same Chinese term, each with the way to it. */
export function NamesakeNotice({ sentence, namesakes, onOpen }: NamesakeNoticeProps) {
  const t = useTranslations("glossary");
  return (
    <ul className="flex flex-col gap-1 rounded-md border border-line bg-wash px-4 py-3">
      {namesakes.map(({ id, text, rendering, state }) => (
        <li key={`${id} ${text}`} className="flex items-baseline justify-between gap-4">
          <span className="min-w-0 break-words">
            {t.rich(sentence, {
              text,
              rendering: rendering === "" ? t("noRendering") : rendering,
              state: t(`state.${state}`),
              zh: (chunks) => (
                <span lang="zh-CN" className="font-zh">
                  {chunks}
                </span>
              ),
              en: (chunks) => (
                <span lang="en" className="font-en">
                  {chunks}
                </span>
              ),
            })}
          </span>
          <button
            type="button"
            onClick={() => onOpen(id)}
            className="min-h-6 shrink-0 text-seal underline underline-offset-3"
          >
            {t("openIt")}
          </button>
        </li>
      ))}
    </ul>
  );
}
