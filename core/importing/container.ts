/** The structures that may be open around a unit of text. `index` is that of the container's block. */
export type Container =
  | { readonly type: "quote"; readonly index: number; readonly depth: number }
  | {
      readonly type: "list";
      readonly index: number;
      readonly depth: number;
      readonly ordered: boolean;
      next: number;
    }
  | { readonly type: "item"; readonly index: number }
  | {
      readonly type: "figure";
      index: number | null;
      caption: string | null;
      hasCaption: boolean;
      readonly pid: string | null;
    }
  | {
      readonly type: "table";
      readonly index: number;
      row: number;
      column: number;
      columns: number;
      /** By column, the first row that no cell from above reaches. */
      readonly freeFrom: number[];
      isHead: boolean;
      /** The text of the latest cell as code. */
      code: string;
    };
