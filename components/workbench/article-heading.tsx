import { useTranslations } from "next-intl";
import { Link } from "#i18n/navigation.ts";

/** Mark, way back and title at the left of the workbench's header. */
export function ArticleHeading({ projectId, title }: { readonly projectId: string; readonly title: string }) {
  const t = useTranslations("shell");
  return (
    <>
      <span
        aria-hidden
        lang="zh-CN"
        className="size-6.5 shrink-0 rounded-[5px] bg-seal text-center font-semibold font-zh text-[11.5px]/[26px] text-paper -tracking-[0.5px]"
      >
        {t("mark")}
      </span>
      <nav className="flex min-w-0 items-center gap-2">
        <Link
          className="shrink-0 whitespace-nowrap text-muted hover:text-ink"
          href={`/projects/${projectId}/library`}
        >
          {t("library")}
        </Link>
        <span aria-hidden className="text-faint">
          /
        </span>
        <h1 lang="zh-CN" className="truncate font-medium font-zh text-[15px]">
          {title}
        </h1>
      </nav>
    </>
  );
}
