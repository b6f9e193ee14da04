/** The origin of everything typed in an editor; undo managers track it. It stands apart so that it needs no editor code. */
export const editorOrigin = { source: "editor" };
