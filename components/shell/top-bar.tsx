"use client";
import Link from "next/link";
import { useSelectedLayoutSegment } from "next/navigation";
import { useTranslations } from "next-intl";
import { Mark } from "#components/shell/mark.tsx";
import { SettingsMenu } from "#components/shell/settings-menu.tsx";
import { localProjectName } from "#core/people/local-names.ts";

const screens = ["library", "glossary"] as const;

export type TopBarProps = { readonly projectId: string; readonly projectName: string };

/** Mark, project and the screens that there are. An article has its own bar, which tells more, so there it steps aside. */
export function TopBar({ projectId, projectName }: TopBarProps) {
  const t = useTranslations("shell");
  const current = useSelectedLayoutSegment();
  if (current === "articles") return null;
  return (
    <header className="flex h-13 items-stretch gap-4 border-line border-b px-5">
      <Link
        href={`/projects/${projectId}/library`}
        className="flex min-w-0 items-center gap-3 font-medium sm:mr-4"
      >
        <Mark />
        <span className="truncate max-sm:sr-only">
          {projectName === localProjectName ? t("localProject") : projectName}
        </span>
      </Link>
      <nav aria-label={t("screens")} className="flex gap-5">
        {screens.map((screen) => (
          <Link
            key={screen}
            href={`/projects/${projectId}/${screen}`}
            aria-current={current === screen ? "page" : undefined}
            className="-mb-px flex items-center border-transparent border-b-2 text-muted forced-colors:not-aria-[current=page]:border-b-0 hover:text-ink aria-[current=page]:border-seal aria-[current=page]:font-medium aria-[current=page]:text-ink"
          >
            {t(screen)}
          </Link>
        ))}
      </nav>
      <span className="grow" />
      <span className="flex items-center">
        <SettingsMenu />
      </span>
    </header>
  );
}
