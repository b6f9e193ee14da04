"use client";
import { Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useEffectEvent, useRef, useState, useTransition } from "react";
import { buildLibraryAddress } from "#components/library/library-address.ts";
import { useLibraryView } from "#components/library/library-context.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { useEarlyInput } from "#components/ui/use-early-input.ts";
import { type LibraryFilter, libraryFilters, libraryPageSize } from "#core/articles/library.ts";
import { queryCharacterLimit } from "#core/text/query-limit.ts";

/** Milliseconds of quiet before a search goes out. */
const quietFor = 200;

export type LibraryToolsProps = {
  readonly importButton: ReactNode;
  /** True when there is nothing to search in. */
  readonly isEmpty: boolean;
  /** True while nothing can be searched: what is typed is looked for when the server is back. */
  readonly isOffline: boolean;
};

/** Search, filter, import, and the way to the trash. */
export function LibraryTools({ importButton, isEmpty, isOffline }: LibraryToolsProps) {
  const t = useTranslations("library");
  const view = useLibraryView();
  const { text, setText, setComposing, filter, setFilter, isPending } = useLibraryQuery(isOffline);
  const field = useRef<HTMLInputElement>(null);
  useEarlyInput(field, text, setText);
  return (
    <search className="flex flex-wrap items-center gap-2.5 border-line border-b pb-5">
      {!isEmpty && (
        <>
          <span className="relative grow max-sm:basis-full" aria-busy={isPending}>
            <Input
              ref={field}
              type="search"
              aria-label={t("search")}
              placeholder={t("search")}
              value={text}
              maxLength={queryCharacterLimit}
              onValueChange={setText}
              onCompositionStart={() => setComposing(true)}
              onCompositionEnd={() => setComposing(false)}
            />
            {isPending && (
              <span className="absolute top-2.5 right-3 flex">
                <Spinner label={t("searching")} />
              </span>
            )}
          </span>
          <Select
            label={t("filterLabel")}
            value={filter}
            choices={libraryFilters.map((value) => ({ value, label: t(`filter.${value}`) }))}
            onChange={setFilter}
            isDisabled={isOffline}
          />
        </>
      )}
      <Link
        href={`/projects/${view.projectId}/library?trash=1`}
        aria-label={t("showTrash")}
        title={t("showTrash")}
        className="inline-flex size-9 items-center justify-center rounded-md text-muted hover:bg-wash hover:text-ink ml-auto"
      >
        <Trash2 aria-hidden size={16} />
      </Link>
      {importButton}
    </search>
  );
}

/** What is asked for lives in the address, so that it survives a reload and the way back. */
function useLibraryQuery(isOffline: boolean) {
  const view = useLibraryView();
  const { query, filter } = view;
  const router = useRouter();
  const [text, setText] = useState(query);
  const [sent, setSent] = useState(query);
  // Half a word of pinyin is no question.
  const [isComposing, setComposing] = useState(false);
  const [isPending, startTransition] = useTransition();
  // The address changed by another hand (a link, the way back): the field follows it.
  if (!isPending && query !== sent) {
    setSent(query);
    setText(query);
  }
  const show = (nextQuery: string, nextFilter: LibraryFilter) => {
    if (isOffline) return;
    startTransition(() => {
      setSent(nextQuery);
      const next = { ...view, query: nextQuery, filter: nextFilter, limit: libraryPageSize };
      router.replace(buildLibraryAddress(next), { scroll: false });
    });
  };
  const search = useEffectEvent((wanted: string) => {
    if (wanted !== sent) show(wanted, filter);
  });
  useEffect(() => {
    if (isComposing || isOffline) return;
    const timer = setTimeout(() => search(text.trim()), quietFor);
    return () => clearTimeout(timer);
  }, [text, isComposing, isOffline]);
  return {
    text,
    setText,
    setComposing,
    filter,
    setFilter: (next: LibraryFilter) => show(text.trim(), next),
    isPending,
  };
}
