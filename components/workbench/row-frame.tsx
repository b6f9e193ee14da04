"use client";
import { Link2, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Side } from "#client/workbench/article-finder.ts";
import type { RowPlace } from "#components/workbench/row-place.ts";
import { useTarget, useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { Block } from "#core/articles/blocks.ts";
import { renderPlainText } from "#core/articles/inline.ts";

type FrameProps = {
  readonly block: Block | null;
  readonly place: RowPlace;
  readonly side: Side;
  /** What stands under the text and is no part of it. */
  readonly bar?: ReactNode;
  readonly children: ReactNode;
};

/** List marker, quote rule, note number, table cell or card: the same on both sides. */
export function RowFrame({ block, place, side, bar, children }: FrameProps) {
  if (block?.kind === "link-card" || block?.kind === "video") {
    return (
      <div>
        <Card block={block} side={side}>
          {children}
        </Card>
        {bar}
      </div>
    );
  }
  const framed = (
    <Marked block={block}>
      {children}
      {bar}
    </Marked>
  );
  if (block?.kind === "table-cell") {
    return (
      <Cell block={block} place={place} side={side}>
        {framed}
      </Cell>
    );
  }
  if (place.quoteDepth === 0) return framed;
  return (
    <div
      className="quote-frame"
      data-joins-above={place.joinsAbove}
      data-joins-below={place.joinsBelow}
      style={{ marginInlineStart: `${(place.quoteDepth - 1) * 14}px` }}
    >
      {framed}
    </div>
  );
}

function Marked({ block, children }: { readonly block: Block | null; readonly children: ReactNode }) {
  const body = <div className="min-w-0 grow">{children}</div>;
  if (block?.kind === "list-item") {
    const { ordinal, depth } = block.attributes;
    return (
      <div className="flex gap-2" style={{ paddingInlineStart: `${depth * 20}px` }}>
        <span aria-hidden className="min-w-5 pt-1 text-right text-muted leading-[30px]">
          {ordinal === null ? "•" : `${ordinal}.`}
        </span>
        {body}
      </div>
    );
  }
  if (block?.kind !== "footnote") return body;
  return (
    <div className="flex gap-2">
      <span className="text-[13px]/[28px] text-muted">{`[${block.attributes.number}]`}</span>
      {body}
    </div>
  );
}

type CellProps = Omit<FrameProps, "block" | "bar"> & {
  readonly block: Extract<Block, { kind: "table-cell" }>;
};

function Cell({ block, place, side, children }: CellProps) {
  const { row, column, header } = block.attributes;
  const isHead = row === 0 && header;
  return (
    <div
      className={`cell-frame ${header ? "bg-wash font-semibold" : ""}`}
      data-starts-row={place.cell?.startsRow}
      data-joins-below={place.joinsBelow}
    >
      {isHead ? null : <ColumnLabel side={side} column={column} headId={place.cell?.headId ?? null} />}
      {children}
    </div>
  );
}

type LabelProps = { readonly side: Side; readonly column: number; readonly headId: string | null };

function ColumnLabel({ side, column, headId }: LabelProps) {
  const t = useTranslations("workbench.structure");
  if (headId !== null) return <HeadLabel side={side} headId={headId} />;
  return <span className="cell-label">{t("column", { column: column + 1 })}</span>;
}

/** The head of the column, on the right in the words of its translation. */
function HeadLabel({ side, headId }: { readonly side: Side; readonly headId: string }) {
  const { segments } = useWorkbench();
  const target = useTarget(headId);
  const isTranslated = side === "target" && !target.isEmpty;
  return (
    <span lang={isTranslated ? "en" : "zh-CN"} className="cell-label">
      {isTranslated ? renderPlainText(target.content) : segments.get(headId)?.sourceText}
    </span>
  );
}

type CardProps = {
  readonly block: Extract<Block, { kind: "link-card" | "video" }>;
  readonly side: Side;
  readonly children: ReactNode;
};

function Card({ block, side, children }: CardProps) {
  const t = useTranslations("workbench.structure");
  const isVideo = block.kind === "video";
  const Icon = isVideo ? Play : Link2;
  return (
    <div className="flex gap-3 rounded-md border border-line bg-raised px-4 py-2">
      <Icon
        aria-label={t(isVideo ? "video" : "link")}
        role="img"
        size={16}
        className="mt-[9px] shrink-0 text-muted"
      />
      <div className="min-w-0 grow">
        {children}
        {side === "source" && <CardHost block={block} />}
      </div>
    </div>
  );
}

function CardHost({ block }: { readonly block: CardProps["block"] }) {
  const { href, host } = block.attributes;
  if (!href) return host ? <span className="break-all text-[12px] text-faint">{host}</span> : null;
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="break-all text-[12px] text-muted underline decoration-faint underline-offset-3"
    >
      {host ?? href}
    </a>
  );
}
