import { useTranslations } from "next-intl";
import { useConfirming } from "#components/workbench/confirming.tsx";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { WorkbenchSegment } from "#core/articles/workbench.ts";
import { can } from "#core/people/permissions.ts";

/** Confirms the active segment and goes to the next that needs work. */
export function useConfirmNext(): (segment: WorkbenchSegment) => void {
  const t = useTranslations("workbench");
  const { data, model, session, reveal, say } = useWorkbench();
  const { confirm } = useConfirming();
  return (segment) => {
    void confirm(segment.id);
    const next = model.findNextWork(can(data.me, "approve", data.article));
    const isLeft = session.getTarget(segment.id).isEmpty;
    if (next && next.id !== segment.id) reveal(next.id);
    else if (!isLeft && can(data.me, "translate", data.article)) say(t("allDone"));
  };
}
