"use client";
import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";

/**
 * For developing only. Next.js hears of changes in the page that was loaded first, not in one reached by a link
 * (its issue 98699). So a page reached by a link fetches the scripts that it would have had if loaded by its address:
 * one of them says which files it is made of.
 */
export function HotReload() {
  const pathname = usePathname();
  const [loaded] = useState(pathname);
  useEffect(() => {
    if (pathname !== loaded) void addScriptsOf(pathname);
  }, [pathname, loaded]);
  return null;
}

async function addScriptsOf(pathname: string): Promise<void> {
  const page = await (await fetch(pathname)).text();
  const known = new Set(getAddresses(document));
  for (const address of getAddresses(new DOMParser().parseFromString(page, "text/html"))) {
    if (known.has(address)) continue;
    const script = document.createElement("script");
    // As it is written in the page: by it the script finds its own name.
    script.setAttribute("src", address);
    document.head.append(script);
  }
}

function getAddresses(page: Document): string[] {
  return Array.from(page.scripts, (script) => script.getAttribute("src") ?? "").filter(Boolean);
}
