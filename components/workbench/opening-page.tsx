import { useTranslations } from "next-intl";
import type { Workbench } from "#core/articles/workbench.ts";
import "#components/workbench/workbench.css";

/** The article as the server knows it: read at once, replaced as soon as the workbench is there. */
export function OpeningPage({ workbench }: { readonly workbench: Workbench }) {
  const t = useTranslations("workbench");
  return (
    <main className="p-12">
      <h1 lang="zh-CN" className="font-semibold font-zh text-[26px]">
        {workbench.article.title}
      </h1>
      <p className="text-muted">{t("loadingText")}</p>
    </main>
  );
}
