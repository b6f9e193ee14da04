import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SettingsMenu } from "#components/shell/settings-menu.tsx";
import { Link } from "#i18n/navigation.ts";

export type TopBarProps = {
  readonly projectId: string;
  readonly projectName: string;
  /** What the screen adds at the right: people, export. */
  readonly children?: ReactNode;
};

/** Mark, project and the screens that there are. */
export function TopBar({ projectId, projectName, children }: TopBarProps) {
  const t = useTranslations("shell");
  const link = "text-muted hover:text-ink";
  return (
    <header className="flex h-13 items-center gap-4 border-line border-b px-5">
      <span
        aria-hidden
        lang="zh-CN"
        className="size-6.5 rounded-[5px] bg-seal text-center font-semibold font-zh text-[13px]/[26px] text-paper -tracking-[1px]"
      >
        {t("mark")}
      </span>
      <span className="truncate font-medium">{projectName}</span>
      <nav className="flex gap-5">
        <Link className={link} href={`/projects/${projectId}/library`}>
          {t("library")}
        </Link>
        <Link className={link} href={`/projects/${projectId}/glossary`}>
          {t("glossary")}
        </Link>
      </nav>
      <span className="grow" />
      {children}
      <SettingsMenu />
    </header>
  );
}
