/**
 * Next.js runs this in the browser. While developing it hears of changes in the page that was loaded first, not in one
 * reached by a link (its issue 98699): such a page fetches the scripts that it would have had if loaded by its address,
 * one of which says which files it is made of. Of this nothing is built for readers.
 */
export const onRouterTransitionStart =
  process.env.NODE_ENV === "development"
    ? async (address: string) => (await import("#client/add-scripts.ts")).addScripts(address)
    : undefined;
