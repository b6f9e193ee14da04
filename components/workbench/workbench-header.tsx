"use client";
import { PanelRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, useSyncExternalStore } from "react";
import { SettingsMenu } from "#components/shell/settings-menu.tsx";
import { Avatar, AvatarGroup } from "#components/ui/avatar.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { ArticleHeading } from "#components/workbench/article-heading.tsx";
import { useOthers, useWorkbench } from "#components/workbench/workbench-context.tsx";
import { getProgressPercent } from "#core/articles/states.ts";

export type WorkbenchHeaderProps = {
  /** True while the terms are shown. */
  readonly hasTerms: boolean;
  /** The button that shows and hides them. */
  readonly termsRef: RefObject<HTMLButtonElement | null>;
  readonly onCommands: () => void;
  readonly onTerms: () => void;
  /** Export and the article's menu. */
  readonly children?: ReactNode;
};

/** Where one is, how far it is done, who else is here. */
export function WorkbenchHeader(props: WorkbenchHeaderProps) {
  const { hasTerms, termsRef, onCommands, onTerms, children } = props;
  const t = useTranslations("workbench");
  const { article, model } = useWorkbench();
  const progress = useSyncExternalStore(model.subscribeStates, model.getProgress, model.getProgress);
  const percent = getProgressPercent(progress);
  return (
    <header className="flex h-13 shrink-0 items-center gap-3 border-line border-b px-5">
      <ArticleHeading projectId={article.projectId} title={article.title} />
      <span className="grow" />
      <span className="hidden shrink-0 items-center gap-2 whitespace-nowrap text-muted md:flex">
        <span className="w-30">
          <ProgressBar progress={progress} />
        </span>
        <span className="tabular-nums">{t("progress", { percent })}</span>
      </span>
      <People />
      {children}
      <IconButton
        ref={termsRef}
        icon={PanelRight}
        label={t("openTerms")}
        aria-expanded={hasTerms}
        onClick={onTerms}
      />
      <button type="button" onClick={onCommands} className="hidden shrink-0 whitespace-nowrap sm:inline">
        <Kbd>Ctrl K</Kbd> <span className="sr-only">{t("commandsTitle")}</span>
      </button>
      <SettingsMenu />
    </header>
  );
}

/** Windows of others that are shown one by one. */
const shownPeople = 5;

function People() {
  const t = useTranslations("workbench");
  const others = useOthers();
  const rest = others.length - shownPeople;
  return (
    <span className="flex shrink-0 items-center gap-1">
      <AvatarGroup>
        {others.slice(0, shownPeople).map(({ clientId, isMe, name, window, color }) => (
          <Avatar key={clientId} name={isMe ? t("youWindow", { window }) : name} color={color} />
        ))}
      </AvatarGroup>
      {rest > 0 && <span className="text-[12px] text-muted">{t("morePeople", { count: rest })}</span>}
    </span>
  );
}
