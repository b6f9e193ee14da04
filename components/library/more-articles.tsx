"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useTransition } from "react";
import { buildLibraryAddress } from "#components/library/library-address.ts";
import { useLibraryView } from "#components/library/library-context.tsx";
import { Button } from "#components/ui/button.tsx";
import { libraryPageSize } from "#core/articles/library.ts";

/** The end of a list that goes on: more comes by itself when it is scrolled into view, and by its button. */
export function MoreArticles({ left }: { readonly left: number }) {
  const t = useTranslations("library");
  const view = useLibraryView();
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const showMore = () =>
    startTransition(() => {
      const address = buildLibraryAddress({ ...view, limit: view.limit + libraryPageSize });
      router.replace(address, { scroll: false });
    });
  return (
    <div className="relative flex justify-center py-5" aria-busy={isPending}>
      {/* Another one with each page that came: its end may still be in view. */}
      <ListEnd key={left} onReach={() => !isPending && showMore()} />
      <Button disabled={isPending} onClick={showMore}>
        {t("showMore", { count: left })}
      </Button>
    </div>
  );
}

function ListEnd({ onReach }: { readonly onReach: () => void }) {
  const end = useRef<HTMLSpanElement>(null);
  const reach = useEffectEvent(onReach);
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && reach(),
      { rootMargin: "400px" },
    );
    if (end.current) observer.observe(end.current);
    return () => observer.disconnect();
  }, []);
  return <span ref={end} className="absolute inset-0 -z-10" />;
}
