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
    const known = new Map<string, string>();
    /** A part that has only been loaded, and one's own words that came back, bring no other text. */
    const isOther = (id: string) => {
      const { hash } = session.getTarget(id);
      const before = known.get(id) ?? segments.get(id)?.targetHash;
      known.set(id, hash);
      return hash !== before;
    };
    const stop = session.subscribeTargets((ids) => {
      const own = model.getActive()?.segmentId;
      const others = session.getOthers();
      const changed = ids.filter(
        (id) => (id === own || others.some((other) => other.segmentId === id)) && isOther(id),
      );
      const foreign = changed.find((id) => id !== own);
      const number = foreign === undefined ? undefined : segments.get(foreign)?.number;
      if (number === undefined) return;
      if (timer !== null) clearTimeout(timer);
      const news = t("changedByOthers", { number });
      // The same sentence again is read only if it is another text.
      timer = setTimeout(() => setText((last) => (last === news ? `${news}\u00a0` : news)), 2000);
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [session, model, segments, t]);
  return <output className="sr-only">{text}</output>;
}
