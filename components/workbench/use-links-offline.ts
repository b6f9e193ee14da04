import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";

/** Offline, a link to another page of ours would end at the browser's error: it leads nowhere, and says why. */
export function useLinksOffline(): void {
  const t = useTranslations("workbench");
  const { session, say } = useWorkbench();
  const follow = useEffectEvent((event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || !leadsAway(link) || session.getStatus().state !== "offline") return;
    event.preventDefault();
    event.stopPropagation();
    say(t("needsServer"));
  });
  useEffect(() => {
    const onClick = (event: MouseEvent) => follow(event);
    window.addEventListener("click", onClick, { capture: true });
    return () => window.removeEventListener("click", onClick, { capture: true });
  }, []);
}

function leadsAway(link: HTMLAnchorElement): boolean {
  const { origin, pathname } = window.location;
  return link.origin === origin && link.pathname !== pathname && !link.hasAttribute("download");
}
