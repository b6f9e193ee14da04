"use client";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { Avatar } from "#components/ui/avatar.tsx";
import { Seal } from "#components/ui/seal.tsx";
import { StateDot } from "#components/ui/state-dot.tsx";
import { RowBar } from "#components/workbench/row-bar.tsx";
import { RowFrame } from "#components/workbench/row-frame.tsx";
import { getSourceLook, getTargetLook } from "#components/workbench/row-look.ts";
import type { RowPlace } from "#components/workbench/row-place.ts";
import { getRowSpacing } from "#components/workbench/row-spacing.ts";
import { SourceText } from "#components/workbench/source-text.tsx";
import { TargetText } from "#components/workbench/target-text.tsx";
import { useMemberName } from "#components/workbench/use-member-name.ts";
import {
  useActiveHere,
  useOthers,
  useSegmentState,
  useTarget,
  useWorkbench,
} from "#components/workbench/workbench-context.tsx";
import type { Block } from "#core/articles/blocks.ts";
import { listLostPlaceholders, renderPlaceholders } from "#core/articles/carry-over.ts";
import { isPlaceholder } from "#core/articles/inline.ts";
import type { WorkbenchSegment } from "#core/articles/workbench.ts";
import { getInitial } from "#core/people/colors.ts";

export type SegmentRowProps = {
  readonly segment: WorkbenchSegment;
  readonly block: Block | null;
  readonly place: RowPlace;
};

/** One segment: number and state, source, target, and its bar while it is active. */
export const SegmentRow = memo(function SegmentRow({ segment, block, place }: SegmentRowProps) {
  const active = useActiveHere(segment.id);
  const spacing = getRowSpacing(block, place);
  return (
    <div
      className={`workbench-grid ${spacing.row} ${active ? "bg-active" : ""}`}
      data-segment={segment.number}
    >
      <Gutter segment={segment} className={`${spacing.start} ${spacing.line}`} />
      <div className="workbench-source">
        <RowFrame block={block} place={place} side="source">
          <SourceText segment={segment} className={getSourceLook(block, segment)} />
        </RowFrame>
      </div>
      <Others segmentId={segment.id} className={spacing.start} />
      <div className="workbench-target">
        <RowFrame block={block} place={place} side="target" bar={active && <RowBar segment={segment} />}>
          <TargetText segment={segment} className={getTargetLook(block, segment)} />
        </RowFrame>
      </div>
    </div>
  );
});

type GutterProps = { readonly segment: WorkbenchSegment; readonly className: string };

function Gutter({ segment, className }: GutterProps) {
  const t = useTranslations("workbench");
  const states = useTranslations("states");
  const { model } = useWorkbench();
  const state = useSegmentState(segment.id);
  const memberId = state === "approved" ? model.findConfirmation(segment.id)?.memberId : undefined;
  const name = useMemberName(memberId);
  return (
    <div className={`workbench-gutter ${className} text-[12px] text-faint tabular-nums`}>
      <span>{segment.number}</span>
      <span className="relative flex w-[17px] items-center justify-center">
        {name ? (
          <Seal initial={getInitial(name)} label={t("approvedBy", { name })} />
        ) : (
          <StateDot state={state} label={states(state)} />
        )}
        {segment.source.some(isPlaceholder) && <LostMark segment={segment} />}
      </span>
    </div>
  );
}

/** Says that a translation lacks a formula, a note or the like of its source. */
function LostMark({ segment }: { readonly segment: WorkbenchSegment }) {
  const t = useTranslations("workbench.bar");
  const target = useTarget(segment.id);
  const lost = target.isEmpty ? [] : listLostPlaceholders(segment.source, target.content);
  if (lost.length === 0) return null;
  const label = t("placeholderMissing", { what: renderPlaceholders(lost) });
  return (
    <span
      role="img"
      aria-label={label}
      title={label}
      className="absolute top-full mt-1 font-bold text-[13px] text-amber leading-none"
    >
      !
    </span>
  );
}

function Others({ segmentId, className }: { readonly segmentId: string; readonly className: string }) {
  const t = useTranslations("workbench");
  const others = useOthers().filter((other) => other.segmentId === segmentId);
  return (
    <div className={`workbench-others ${className}`}>
      {others.map(({ clientId, isMe, name, window, color }) => (
        <Avatar
          key={clientId}
          color={color}
          name={t("isHere", { name: isMe ? t("youWindow", { window }) : name })}
        />
      ))}
    </div>
  );
}
