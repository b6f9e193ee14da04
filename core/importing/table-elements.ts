/** Tables: each non-empty cell is a unit. A table of one cell that holds program code is that code. */
import { type Inline, renderPlainText } from "../articles/inline.ts";
import { type BodyState, nothing, type Unit } from "./body-state.ts";
import type { Container } from "./container.ts";
import type { Tag } from "./tag.ts";
import { closeContainer, type OpenElement, openBoundary } from "./text-elements.ts";

type TableContainer = Extract<Container, { type: "table" }>;

/** No span reaches past this column: a file that names huge spans costs no more than its cells. */
const spanLimit = 1_000;

const openTable: OpenElement = (state) => {
  if (!state.beginBlock()) return () => state.unit?.builder.addBoundary();
  const attributes = { rows: 0, columns: 0 };
  const { parent } = state;
  const index = state.blocks.add({ kind: "table", pid: null, parent, attributes });
  const table: TableContainer = {
    type: "table",
    index,
    row: -1,
    column: 0,
    columns: 0,
    freeFrom: [],
    isHead: false,
    code: "",
  };
  state.containers.push(table);
  return () => {
    state.endUnit();
    closeContainer(state, table);
    const size = { rows: table.row + 1, columns: table.columns };
    state.blocks.replace(index, { kind: "table", pid: null, parent, attributes: size });
    convertCode(state, index, table.code);
  };
};

function findTable(state: BodyState): TableContainer | null {
  return state.container?.type === "table" && !state.isFlat ? state.container : null;
}

/** `thead`, `tbody` and `tfoot`: no cell of one reaches into the next. */
const openRowGroup: OpenElement = (state, tag) => {
  const table = findTable(state);
  if (table === null) return nothing;
  table.isHead = tag.name === "thead";
  table.freeFrom.length = 0;
  return () => {
    table.isHead = false;
    table.freeFrom.length = 0;
  };
};

const openRow: OpenElement = (state, tag) => {
  const table = findTable(state);
  if (table === null) return openBoundary(state, tag);
  table.row += 1;
  table.column = 0;
  return nothing;
};

const openCell: OpenElement = (state, tag) => {
  const table = findTable(state);
  if (table === null) return openBoundary(state, tag);
  const header = tag.name === "th" || table.isHead;
  if (table.row < 0) table.row = 0;
  const { row } = table;
  const column = placeCell(table, tag.getNumber("colspan") ?? 1, getRowSpan(tag));
  const pid = tag.get("data-pid");
  const finish = (unit: Unit) => {
    const attributes = { row, column, header };
    const block = {
      kind: "table-cell",
      pid: state.blocks.takePid(pid),
      parent: table.index,
      attributes,
    } as const;
    state.blocks.add(block, unit.builder.finish());
    table.code = unit.builder.renderCode();
  };
  const unit = state.openUnit({ kind: "flat", splits: false, finish });
  return () => {
    if (state.unit === unit) state.endUnit();
  };
};

/** Rows of a cell; 0 in the file stands for all that follow in its group. */
function getRowSpan(tag: Tag): number {
  return tag.get("rowspan")?.trim() === "0" ? Number.POSITIVE_INFINITY : (tag.getNumber("rowspan") ?? 1);
}

/** The next column that no cell from above reaches; the cell takes its columns and rows from there. */
function placeCell(table: TableContainer, columns: number, rows: number): number {
  const { freeFrom, row } = table;
  let { column } = table;
  while ((freeFrom[column] ?? 0) > row) column += 1;
  const end = Math.max(column + 1, Math.min(column + columns, spanLimit));
  if (rows > 1)
    for (let each = column; each < Math.min(end, spanLimit); each += 1) freeFrom[each] = row + rows;
  table.column = end;
  table.columns = Math.max(table.columns, end);
  return column;
}

const openTableCaption: OpenElement = (state, tag) => {
  const table = findTable(state);
  if (table === null) return openBoundary(state, tag);
  const finish = (unit: Unit) => {
    const content = unit.builder.finish();
    if (content.length === 0) return;
    state.blocks.add({ kind: "caption", pid: null, parent: table.index, attributes: {} }, content);
  };
  const unit = state.openUnit({ kind: "flat", splits: false, finish });
  return () => {
    if (state.unit === unit) state.endUnit();
  };
};

/** Replaces a table whose only cell is code on several lines. */
function convertCode(state: BodyState, index: number, text: string): void {
  const cell = state.blocks.get(index + 1);
  if (state.blocks.length !== index + 2 || cell?.kind !== "table-cell") return;
  const content = state.blocks.getContent(index + 1);
  if (!isCode(content)) return;
  const { parent = null } = state.blocks.get(index) ?? {};
  state.blocks.removeLast();
  state.blocks.replace(index, { kind: "code", pid: cell.pid, parent, attributes: { language: null, text } });
  state.warnings.add("code-from-table");
}

/** Plain lines, mostly not Chinese, at least half of which look like program code. */
function isCode(content: readonly Inline[]): boolean {
  if (
    content.some((inline) => inline.type !== "break" && (inline.type !== "text" || inline.href !== undefined))
  ) {
    return false;
  }
  const text = renderPlainText(content);
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const chinese = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const codeLike = lines.filter((line) => /[;{}()=<>[\]#$]|^\s*\/\//.test(line)).length;
  return lines.length >= 2 && codeLike * 2 >= lines.length && chinese * 3 < text.length;
}

export const tableElements: readonly (readonly [string, OpenElement])[] = [
  ["table", openTable],
  ["thead", openRowGroup],
  ["tbody", openRowGroup],
  ["tfoot", openRowGroup],
  ["tr", openRow],
  ["td", openCell],
  ["th", openCell],
  ["caption", openTableCaption],
];
