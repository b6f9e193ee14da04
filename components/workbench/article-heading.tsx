import { ChevronLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { Mark } from "#components/shell/mark.tsx";
import { QuietLink } from "#components/ui/quiet-link.tsx";

/** Mark, way back and title at the left of the workbench's header. */
export function ArticleHeading({ projectId, title }: { readonly projectId: string; readonly title: string }) {
  const t = useTranslations("shell");
  return (
    <>
      <Mark className="max-sm:hidden" />
      <nav className="flex min-w-0 items-center gap-2">
        <QuietLink
          className="-ml-2 flex h-8 shrink-0 items-center whitespace-nowrap px-2 text-muted hover:text-ink"
          href={`/projects/${projectId}/library`}
        >
          <ChevronLeft aria-hidden size={18} className="sm:hidden" />
          <span className="max-sm:sr-only">{t("library")}</span>
        </QuietLink>
        <span aria-hidden className="-ml-2 text-faint max-sm:hidden">
          /
        </span>
        <h1 lang="zh-CN" className="truncate font-medium font-zh text-[15px]">
          {title}
        </h1>
      </nav>
    </>
  );
}
