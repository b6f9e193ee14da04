import { useTranslations } from "next-intl";
import { InlineContent } from "#components/editor/inline-content.tsx";
import { Seal } from "#components/ui/seal.tsx";
import { StateDot } from "#components/ui/state-dot.tsx";
import { ArticleHeading } from "#components/workbench/article-heading.tsx";
import { buildRows, findOpeningRow, type Row } from "#components/workbench/build-rows.ts";
import { NotTranslated } from "#components/workbench/not-translated.tsx";
import { getSourceLook, getTargetLook } from "#components/workbench/row-look.ts";
import { getRowSpacing } from "#components/workbench/row-spacing.ts";
import { StructureRow } from "#components/workbench/structure-row.tsx";
import { findConfirmation, getSegmentState } from "#core/articles/states.ts";
import type { Workbench, WorkbenchSegment } from "#core/articles/workbench.ts";
import { getInitial } from "#core/people/colors.ts";
import "#components/workbench/workbench.css";

/** More than the tallest window shows at once. */
const rowsShown = 16;

/**
 * The first view of an article as the server knows it, where the reader left off: read at once, replaced in place as
 * soon as the workbench is there.
 */
export function OpeningPage({ workbench }: { readonly workbench: Workbench }) {
  const t = useTranslations("workbench");
  const { article, blocks, segments } = workbench;
  const rows = buildRows(blocks, segments);
  const first = findOpeningRow(rows, workbench.resumeSegmentId);
  return (
    <div className="flex h-dvh flex-col">
      <header className="flex h-13 shrink-0 items-center gap-3 border-line border-b px-5">
        <ArticleHeading projectId={article.projectId} title={article.title} />
      </header>
      <div className="flex min-h-0 grow">
        <main aria-label={t("article")} className="min-w-0 grow overflow-hidden">
          <ol aria-label={t("segments")} className={first === 0 ? "pt-[18px]" : ""}>
            {rows.slice(first, first + rowsShown).map((row) => (
              <li key={row.key}>
                <OpeningRow row={row} workbench={workbench} />
              </li>
            ))}
          </ol>
        </main>
        <div className="hidden w-[352px] shrink-0 border-line border-l lg:block" />
      </div>
      <footer className="flex h-[34px] shrink-0 items-center border-line border-t px-5 text-[12.5px] text-muted">
        {t("status.loading")}
      </footer>
    </div>
  );
}

type OpeningRowProps = { readonly row: Row<WorkbenchSegment>; readonly workbench: Workbench };

function OpeningRow({ row, workbench }: OpeningRowProps) {
  if (row.type === "structure") return <StructureRow block={row.block} />;
  const { segment, block, place } = row;
  const spacing = getRowSpacing(block, place);
  return (
    <div className={`workbench-grid ${spacing.row}`}>
      <div
        className={`workbench-gutter ${spacing.start} ${spacing.line} text-[12px] text-faint tabular-nums`}
      >
        <span>{segment.number}</span>
        <span className="flex w-[17px] items-center justify-center">
          <StateMark segment={segment} workbench={workbench} />
        </span>
      </div>
      <div className="workbench-source">
        <div lang="zh-CN" className={`${getSourceLook(block, segment)} source-text`}>
          <InlineContent content={segment.source} />
        </div>
      </div>
      <div className="workbench-others" />
      <div className="workbench-target">
        <div lang="en" className={`${getTargetLook(block, segment)} target-text`}>
          {segment.target.length > 0 ? <InlineContent content={segment.target} /> : <NotTranslated />}
        </div>
      </div>
    </div>
  );
}

type StateMarkProps = { readonly segment: WorkbenchSegment; readonly workbench: Workbench };

function StateMark({ segment, workbench }: StateMarkProps) {
  const t = useTranslations("workbench");
  const states = useTranslations("states");
  const { sourceHash, targetHash } = segment;
  const given = workbench.confirmations.filter(({ segmentId }) => segmentId === segment.id);
  const state = getSegmentState(segment.target.length === 0, given, sourceHash, targetHash);
  const confirmation = findConfirmation(given, sourceHash, targetHash);
  const name = confirmation?.memberId === workbench.me.id ? t("you") : confirmation?.memberName;
  if (state !== "approved" || !name) return <StateDot state={state} label={states(state)} />;
  return <Seal initial={getInitial(name)} label={t("approvedBy", { name })} />;
}
