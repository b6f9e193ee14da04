"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";
import { keepsCopies } from "#client/collab/keeps-copies.ts";
import type { SessionStatus } from "#client/collab/session-types.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import { SetAsideNotice } from "#components/workbench/set-aside.tsx";
import { useActive, useSessionStatus, useWorkbench } from "#components/workbench/workbench-context.tsx";

const stateColors: Partial<Record<string, string>> = {
  saved: "text-jade",
  "storage-trouble": "text-amber",
  offline: "text-amber",
  "signed-out": "text-seal font-medium",
  "not-saved": "text-seal font-medium",
  refused: "text-seal font-medium",
};

/** The truth in words: what is saved, where one is, how much there is to do. */
export function StatusLine({ onHelp }: { readonly onHelp: () => void }) {
  const t = useTranslations("workbench");
  const { model, segments } = useWorkbench();
  const status = useCalmStatus(useSessionStatus());
  const progress = useSyncExternalStore(model.subscribeStates, model.getProgress, model.getProgress);
  const active = useActive();
  const number = active ? segments.get(active.segmentId)?.number : undefined;
  return (
    <footer className="flex min-h-[34px] shrink-0 flex-wrap items-center gap-x-4 border-line border-t px-5 py-1 text-[12.5px] text-muted lg:h-[34px] lg:flex-nowrap lg:overflow-hidden lg:whitespace-nowrap">
      <output
        className={stateColors[status.reason ?? ""] ?? stateColors[status.state] ?? ""}
        data-save-state={status.state}
      >
        <StatusWords status={status} />
      </output>
      <SetAsideNotice />
      {number !== undefined && <span>{t("segmentOf", { number, total: segments.size })}</span>}
      <span className="hidden min-w-0 truncate sm:inline">
        {t("counts", {
          approved: progress.approved.segments,
          translated: progress.translated.segments,
          draft: progress.draft.segments,
          todo: progress.untranslated.segments,
        })}
      </span>
      <span className="grow" />
      <button type="button" onClick={onHelp} className="hidden hover:text-ink sm:any-pointer-fine:inline">
        <Kbd>Ctrl /</Kbd> {t("keysHint")}
      </button>
    </footer>
  );
}

/** Milliseconds without a change after which "saved" is said. */
const calmAfter = 250;

/** While somebody writes it says "saving" throughout: not two sentences for each key, which screen readers would read. */
function useCalmStatus(status: SessionStatus): SessionStatus {
  const [calm, setCalm] = useState<SessionStatus | null>(null);
  const isFirst = calm === null;
  useEffect(() => {
    if (status.state !== "saved") return;
    const timer = setTimeout(() => setCalm(status), isFirst ? 0 : calmAfter);
    return () => clearTimeout(timer);
  }, [status, isFirst]);
  const isShown = status.state !== "saved" || isFirst || calm === status;
  return isShown ? status : { pending: status.pending, state: "saving", reason: null };
}

/** False where the browser keeps no copy of what is typed; found out when it matters. */
function useIsKept(matters: boolean): boolean {
  const [isKept, setKept] = useState(true);
  useEffect(() => {
    if (matters) void keepsCopies().then(setKept);
  }, [matters]);
  return isKept;
}

function StatusWords({ status }: { readonly status: SessionStatus }) {
  const t = useTranslations("workbench");
  const { state } = status;
  const isKept = useIsKept(state === "offline" || state === "signed-out");
  if (state === "offline" && (isKept || status.pending === 0))
    return t("status.offline", { pending: status.pending });
  if (state === "offline") return t("status.offline-unkept", { pending: status.pending });
  if (state === "refused") return t("status.refused", { reason: t(`refusal.${status.reason}`) });
  if (status.reason === "storage-trouble") return t("status.storage-trouble");
  const isOutdated = status.reason === "outdated";
  if (!isOutdated && state !== "signed-out") return t(`status.${state}`);
  return (
    <>
      {t(isOutdated ? "status.outdated" : isKept ? "status.signed-out" : "status.signed-out-unkept")}{" "}
      <button type="button" className="underline" onClick={() => window.location.reload()}>
        {t("status.reload")}
      </button>
    </>
  );
}
