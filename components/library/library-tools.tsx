"use client";
import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useEffectEvent, useState, useTransition } from "react";
import { useLibraryView } from "#components/library/library-context.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { type LibraryFilter, libraryFilters } from "#core/articles/library.ts";
import { Link, useRouter } from "#i18n/navigation.ts";

/** Milliseconds of quiet before a search goes out. */
const quietFor = 200;

/** Search, filter, import, and the way to the trash. */
export function LibraryTools({ importButton }: { readonly importButton: ReactNode }) {
  const t = useTranslations("library");
  const view = useLibraryView();
  const { text, setText, filter, setFilter, isPending } = useLibraryQuery();
  return (
    <search className="flex flex-wrap items-center gap-2.5 border-line border-b pb-5">
      <span className="grow max-sm:basis-full" aria-busy={isPending}>
        <Input
          type="search"
          aria-label={t("search")}
          placeholder={t("search")}
          value={text}
          onValueChange={setText}
        />
      </span>
      <Select
        label={t("filterLabel")}
        value={filter}
        choices={libraryFilters.map((value) => ({ value, label: t(`filter.${value}`) }))}
        onChange={setFilter}
      />
      <Link
        href={`/projects/${view.projectId}/library?trash=1`}
        aria-label={t("showTrash")}
        title={t("showTrash")}
        className="inline-flex size-9 items-center justify-center rounded-md text-muted hover:bg-wash hover:text-ink max-sm:ml-auto"
      >
        <Trash2 aria-hidden size={16} />
      </Link>
      {importButton}
    </search>
  );
}

/** What is asked for lives in the address, so that it survives a reload and the way back. */
function useLibraryQuery() {
  const { projectId, query, filter } = useLibraryView();
  const router = useRouter();
  const [text, setText] = useState(query);
  const [sent, setSent] = useState(query);
  const [isPending, startTransition] = useTransition();
  // The address changed by another hand (a link, the way back): the field follows it.
  if (!isPending && query !== sent) {
    setSent(query);
    setText(query);
  }
  const show = (nextQuery: string, nextFilter: LibraryFilter) => {
    const asked = new URLSearchParams();
    if (nextQuery !== "") asked.set("query", nextQuery);
    if (nextFilter !== "all") asked.set("filter", nextFilter);
    startTransition(() => {
      setSent(nextQuery);
      router.replace(`/projects/${projectId}/library?${asked}`, { scroll: false });
    });
  };
  const search = useEffectEvent(() => {
    if (text.trim() !== sent) show(text.trim(), filter);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the text begins the quiet anew
  useEffect(() => {
    const timer = setTimeout(() => search(), quietFor);
    return () => clearTimeout(timer);
  }, [text]);
  return { text, setText, filter, setFilter: (next: LibraryFilter) => show(text.trim(), next), isPending };
}
