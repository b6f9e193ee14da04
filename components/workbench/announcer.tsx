"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";

/** Tells screen readers, politely and not at every key, that somebody else changed a segment. */
export function Announcer() {
  const t = useTranslations("workbench");
  const { session, model, segments } = useWorkbench();
  const [text, setText] = useState("");
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const stop = session.subscribeTargets((ids) => {
      const others = session.getOthers();
      const foreign = ids.find(
        (id) => model.getActive()?.segmentId !== id && others.some((other) => other.segmentId === id),
      );
      const number = foreign === undefined ? undefined : segments.get(foreign)?.number;
      if (number === undefined) return;
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(() => setText(t("changedByOthers", { number })), 2000);
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [session, model, segments, t]);
  return <output className="sr-only">{text}</output>;
}
