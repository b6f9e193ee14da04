"use client";
import { useTranslations } from "next-intl";
import { memo, type ReactNode, useSyncExternalStore } from "react";
import { Avatar } from "#components/ui/avatar.tsx";
import { Seal } from "#components/ui/seal.tsx";
import { StateDot } from "#components/ui/state-dot.tsx";
import type { RowPlace } from "#components/workbench/build-rows.ts";
import { RowBar } from "#components/workbench/row-bar.tsx";
import { SourceText } from "#components/workbench/source-text.tsx";
import { TargetText } from "#components/workbench/target-text.tsx";
import { useActiveHere, useSegmentState, useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { Block } from "#core/articles/blocks.ts";
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
  return (
    <div className={`workbench-grid py-[11px] ${active ? "bg-active" : ""}`} data-segment={segment.number}>
      <Gutter segment={segment} />
      <Frame block={block} place={place}>
        <SourceText segment={segment} className={getSourceLook(block, segment)} />
        <CardHost block={block} />
      </Frame>
      <Others segmentId={segment.id} />
      <div className="workbench-target">
        <Frame block={block} place={place}>
          <TargetText segment={segment} className={getTargetLook(block, segment)} />
        </Frame>
        {active && <RowBar segment={segment} />}
      </div>
    </div>
  );
});

function getSourceLook(block: Block | null, segment: WorkbenchSegment): string {
  if (segment.kind === "title") return "font-zh text-[26px]/[40px] font-semibold";
  if (block?.kind === "heading") return "font-zh text-[21px]/[36px] font-semibold";
  if (block?.kind === "caption" || block?.kind === "footnote") return "font-zh text-[15px]/[28px] text-muted";
  // A formula cannot be cut at the end of a line, which would then be stretched across the column.
  const hasFormula = segment.source.some(({ type }) => type === "formula");
  return `font-zh text-[18px]/[34px] ${hasFormula ? "" : "xl:text-justify"}`;
}

function getTargetLook(block: Block | null, segment: WorkbenchSegment): string {
  if (segment.kind === "title") return "font-en text-[25px]/[36px] font-semibold pt-0.5";
  if (block?.kind === "heading") return "font-en text-[20px]/[32px] font-semibold pt-0.5";
  if (block?.kind === "caption" || block?.kind === "footnote") return "font-en text-[15px]/[26px] text-muted";
  return "font-en text-[18px]/[30px] pt-0.5";
}

function Gutter({ segment }: { readonly segment: WorkbenchSegment }) {
  const t = useTranslations("workbench");
  const states = useTranslations("states");
  const { model, data } = useWorkbench();
  const state = useSegmentState(segment.id);
  const memberId = state === "approved" ? model.findConfirmation(segment.id)?.memberId : undefined;
  const name = data.members.find((member) => member.id === memberId)?.name;
  return (
    <div className="workbench-gutter text-[12px] text-faint tabular-nums">
      <span>{segment.number}</span>
      <span className="flex w-[17px] items-center justify-center">
        {name ? (
          <Seal initial={getInitial(name)} label={t("approvedBy", { name })} />
        ) : (
          <StateDot state={state} label={states(state)} />
        )}
      </span>
    </div>
  );
}

/** List marker, quote rule, note number or cell label: the same on both sides. */
function Frame({ block, place, children }: { block: Block | null; place: RowPlace; children: ReactNode }) {
  const t = useTranslations("workbench.structure");
  let framed = <div className="min-w-0 grow">{children}</div>;
  if (block?.kind === "list-item") {
    const { ordinal, depth } = block.attributes;
    framed = (
      <div className="flex gap-2" style={{ paddingInlineStart: `${depth * 20}px` }}>
        <span aria-hidden className="min-w-5 pt-1 text-right text-muted leading-[30px]">
          {ordinal === null ? "•" : `${ordinal}.`}
        </span>
        {framed}
      </div>
    );
  } else if (block?.kind === "footnote") {
    framed = (
      <div className="flex gap-2">
        <span className="pt-0.5 text-muted">{`[${block.attributes.number}]`}</span>
        {framed}
      </div>
    );
  } else if (block?.kind === "table-cell") {
    const { row, column, header } = block.attributes;
    framed = (
      <div className={`border border-line px-3 py-1 ${header ? "bg-wash font-semibold" : ""}`}>
        <span className="block text-[11px] text-faint">
          {t("cell", { row: row + 1, column: column + 1 })}
        </span>
        {framed}
      </div>
    );
  } else if (block?.kind === "link-card" || block?.kind === "video") {
    framed = <div className="rounded-md border border-line bg-raised px-4 py-2">{framed}</div>;
  }
  if (place.quoteDepth === 0) return framed;
  return (
    <div
      className="border-line border-l-2 pl-4"
      style={{ marginInlineStart: `${(place.quoteDepth - 1) * 14}px` }}
    >
      {framed}
    </div>
  );
}

function CardHost({ block }: { readonly block: Block | null }) {
  if (block?.kind !== "link-card" && block?.kind !== "video") return null;
  const { href, host } = block.attributes;
  if (!href) return host ? <span className="text-[12px] text-faint">{host}</span> : null;
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="text-[12px] text-muted underline"
    >
      {host ?? href}
    </a>
  );
}

function Others({ segmentId }: { readonly segmentId: string }) {
  const t = useTranslations("workbench");
  const { session } = useWorkbench();
  const others = useSyncExternalStore(
    (listener) => session.subscribeOthers(listener),
    () => session.getOthers(),
    () => session.getOthers(),
  ).filter((other) => other.segmentId === segmentId);
  return (
    <div className="workbench-others">
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
