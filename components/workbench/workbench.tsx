"use client";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { type WorkbenchProps, WorkbenchScreen } from "#components/workbench/workbench-screen.tsx";
import "#components/workbench/workbench.css";

const subscribeNever = () => () => {};

/** The workbench. The socket and the browser's own copy exist in the browser only, so the server sends the title alone. */
export function Workbench(props: WorkbenchProps) {
  const t = useTranslations("workbench");
  const isBrowser = useSyncExternalStore(
    subscribeNever,
    () => true,
    () => false,
  );
  if (isBrowser) return <WorkbenchScreen {...props} />;
  return (
    <main className="p-12">
      <h1 lang="zh-CN" className="font-semibold font-zh text-[26px]">
        {props.data.article.title}
      </h1>
      <p className="text-muted">{t("loadingText")}</p>
    </main>
  );
}
