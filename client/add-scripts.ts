/** Adds the scripts that a page of ours would have had, had it been loaded by its address, and that are not here yet. */
export async function addScripts(address: string): Promise<void> {
  const page = await (await fetch(address)).text();
  const known = new Set(listSources(document));
  for (const source of listSources(new DOMParser().parseFromString(page, "text/html"))) {
    if (known.has(source)) continue;
    const script = document.createElement("script");
    // As it is written in the page: by it the script finds its own name.
    script.setAttribute("src", source);
    document.head.append(script);
  }
}

function listSources(page: Document): string[] {
  return Array.from(page.scripts, (script) => script.getAttribute("src") ?? "").filter(Boolean);
}
