"use client";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useTransition } from "react";
import { buildLibraryAddress } from "#components/library/library-address.ts";
import { useLibraryView } from "#components/library/library-context.tsx";
import { Button } from "#components/ui/button.tsx";
import { libraryPageSize } from "#core/articles/library.ts";
import { useRouter } from "#i18n/navigation.ts";

/** The end of a list that goes on: more comes by itself when it is scrolled into view, and by its button. */
export function MoreArticles({ left }: { readonly left: number }) {
  const t = useTranslations("library");
  const view = useLibraryView();
  const router = useRouter();
  const end = useRef<HTMLDivElement>(null);
  const [isPending, startTransition] = useTransition();
  const showMore = () =>
    startTransition(() => {
      const address = buildLibraryAddress({ ...view, limit: view.limit + libraryPageSize });
      router.replace(address, { scroll: false });
    });
  const reach = useEffectEvent((entries: readonly IntersectionObserverEntry[]) => {
    if (!isPending && entries.some(({ isIntersecting }) => isIntersecting)) showMore();
  });
  // Anew with each page that came: its end may still be in view.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => reach(entries), { rootMargin: "400px" });
    if (end.current) observer.observe(end.current);
    return () => observer.disconnect();
  }, [left]);
  return (
    <div ref={end} className="flex justify-center py-5" aria-busy={isPending}>
      <Button disabled={isPending} onClick={showMore}>
        {t("showMore", { count: left })}
      </Button>
    </div>
  );
}
