"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Formula } from "#components/editor/formula.tsx";
import { goHome } from "#components/ui/focus.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import { lazyWhenUsed } from "#components/ui/lazy-when-used.ts";
import { useConfirming } from "#components/workbench/confirming.tsx";
import { carryOver } from "#components/workbench/use-commands.ts";
import { useConfirmNext } from "#components/workbench/use-confirm-next.ts";
import { useMemberName } from "#components/workbench/use-member-name.ts";
import { useSegmentState, useTarget, useWorkbench } from "#components/workbench/workbench-context.tsx";
import { segmentCharacterLimit } from "#core/articles/blocks.ts";
import {
  type Carried,
  type CarryOver,
  listCarryOvers,
  renderPlaceholders,
} from "#core/articles/carry-over.ts";
import { renderPlainText } from "#core/articles/inline.ts";
import type { SegmentState } from "#core/articles/states.ts";
import type { WorkbenchSegment } from "#core/articles/workbench.ts";
import { can } from "#core/people/permissions.ts";

const SendBackDialog = lazyWhenUsed(
  async () => (await import("#components/workbench/send-back-dialog.tsx")).SendBackDialog,
);

const stateColors: Record<SegmentState, string> = {
  untranslated: "text-muted",
  draft: "text-amber",
  translated: "text-jade",
  approved: "text-seal",
};

/** How near the limit a text must be before the row says so. */
const nearLimit = 2000;

/** The active row's own bar: what state it is in and what can be done with it. */
export function RowBar({ segment }: { readonly segment: WorkbenchSegment }) {
  const t = useTranslations("workbench.bar");
  const states = useTranslations("states");
  const { data, session, model } = useWorkbench();
  const { withdraw, waiting } = useConfirming();
  const confirmNext = useConfirmNext();
  const [isSendingBack, setSendingBack] = useState(false);
  const state = useSegmentState(segment.id);
  const target = useTarget(segment.id);
  const canTranslate = can(data.me, "translate", data.article);
  const canApprove = can(data.me, "approve", data.article);
  const isWaiting = waiting.has(segment.id);
  const canConfirm = state === "draft" || (state === "translated" && canApprove);
  const isOwnApproval = state === "approved" && model.findConfirmation(segment.id)?.memberId === data.me.id;
  const left = segmentCharacterLimit - renderPlainText(target.content).length;
  return (
    <div className="mt-2.5 flex flex-wrap items-center gap-x-3.5 gap-y-1 text-[12.5px] text-muted">
      <span className={`font-medium ${stateColors[state]}`}>{isWaiting ? t("waiting") : states(state)}</span>
      {canTranslate && canConfirm && !isWaiting && (
        <BarButton onPress={() => confirmNext(segment)}>
          {t(canApprove ? "approve" : "confirm")} <Kbd isHint>Ctrl ↵</Kbd>
        </BarButton>
      )}
      {canTranslate && (state === "translated" || isOwnApproval) && (
        <BarButton onPress={() => withdraw(segment.id, null)}>{t("unconfirm")}</BarButton>
      )}
      {canApprove && (state === "translated" || state === "approved") && (
        <BarButton onPress={() => setSendingBack(true)}>{t("sendBack")}</BarButton>
      )}
      {canTranslate && target.isLoaded && target.isEmpty && (
        <BarButton onPress={() => session.replaceTarget(segment.id, segment.source)}>
          {t("copySource")}
        </BarButton>
      )}
      {canTranslate && <CarryOvers segment={segment} />}
      {left < nearLimit && <span className="text-amber">{t("near", { left: Math.max(0, left) })}</span>}
      <SentBack segmentId={segment.id} state={state} />
      {isSendingBack && (
        <SendBackDialog
          segmentId={segment.id}
          onClose={() => setSendingBack(false)}
          onSend={(reason) => withdraw(segment.id, reason)}
        />
      )}
    </div>
  );
}

/** Large enough to be pressed, and more so where there are only fingers. */
const forFingers = "min-h-6 not-any-pointer-fine:min-h-8 not-any-pointer-fine:min-w-8";

type BarButtonProps = { readonly onPress: () => unknown; readonly children: ReactNode };

function BarButton({ onPress, children }: BarButtonProps) {
  // A button that its own press, or the answer to it, has taken away leaves the focus to the text.
  const press = async () => {
    const done = onPress();
    requestAnimationFrame(goHome);
    await done;
    requestAnimationFrame(goHome);
  };
  return (
    <button
      type="button"
      className={`rounded-sm underline decoration-faint underline-offset-3 hover:text-ink ${forFingers}`}
      // The caret stays where it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => void press()}
    >
      {children}
    </button>
  );
}

function CarryOvers({ segment }: { readonly segment: WorkbenchSegment }) {
  const t = useTranslations("workbench.bar");
  const say = useTranslations("workbench");
  const name = useCarriedName();
  const tools = useWorkbench();
  const target = useTarget(segment.id);
  const items = listCarryOvers(segment.source, target.content);
  if (items.length === 0) return null;
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      <span>{t("carry")}</span>
      {items.map((item, index) => {
        const isMissing = item.isMissing && !target.isEmpty;
        const what = name(item.carried);
        return (
          <button
            key={getCarryKey(item)}
            type="button"
            title={index < 9 ? `Ctrl Shift ${index + 1}` : undefined}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => carryOver(tools, segment, index) || tools.say(say("selectForLink"))}
            className={`max-w-40 truncate rounded-sm border px-1.5 hover:bg-wash ${forFingers} ${
              isMissing ? "border-amber text-amber" : "border-line"
            }`}
          >
            <span className="sr-only">{isMissing ? t("placeholderMissing", { what }) : what}</span>
            <span aria-hidden>
              {isMissing ? "! " : ""}
              <CarriedLabel carried={item.carried} />
              {index < 9 && <sub className="ml-1 text-[10px] text-faint">{index + 1}</sub>}
            </span>
          </button>
        );
      })}
    </span>
  );
}

function CarriedLabel({ carried }: { readonly carried: Carried }) {
  const name = useCarriedName();
  const isFormula = carried.type === "placeholder" && carried.placeholder.type === "formula";
  return isFormula ? <Formula tex={carried.placeholder.tex} /> : name(carried);
}

function getCarryKey({ carried }: CarryOver): string {
  if (carried.type === "placeholder") return carried.placeholder.id;
  return carried.type === "mark" ? carried.mark : carried.href;
}

function useCarriedName(): (carried: Carried) => string {
  const t = useTranslations("workbench.mark");
  return (carried) => {
    if (carried.type === "placeholder") return renderPlaceholders([carried.placeholder]);
    return carried.type === "mark" ? t(carried.mark) : t("linkTo", { text: carried.text });
  };
}

/** Why the segment came back, as long as it is a draft. */
function SentBack({ segmentId, state }: { readonly segmentId: string; readonly state: SegmentState }) {
  const t = useTranslations("workbench.bar");
  const { model } = useWorkbench();
  const last = model.listConfirmations(segmentId).at(-1);
  const name = useMemberName(last?.withdrawnBy) ?? "";
  if (state !== "draft" || !last?.withdrawnReason) return null;
  return <span className="w-full">{t("sentBack", { name, reason: last.withdrawnReason })}</span>;
}
