/** Stands for Node's Buffer in the browser, where nothing calls it. */
export const Buffer = undefined;
