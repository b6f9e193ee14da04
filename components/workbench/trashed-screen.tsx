"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";
import { SetAsideStore } from "#client/collab/set-aside-store.ts";
import { watchSetAside } from "#client/collab/watch-set-aside.ts";
import { useTrash } from "#components/library/use-trash.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { lazyWhenUsed } from "#components/ui/lazy-when-used.ts";
import { can, type Member } from "#core/people/permissions.ts";

const SetAsideDialog = lazyWhenUsed(
  async () => (await import("#components/workbench/set-aside-dialog.tsx")).SetAsideDialog,
);

export type TrashedArticleProps = {
  readonly article: { readonly id: string; readonly projectId: string; readonly title: string };
  readonly me: Member;
};

/** In the place of an article that lies in the trash: says so, leads out of it, and keeps what was set aside at hand. */
export function TrashedScreen({ article, me }: TrashedArticleProps) {
  const t = useTranslations("library");
  const { restore } = useTrash();
  return (
    <main className="mx-auto max-w-160 px-5 py-10">
      <EmptyState sentence={t("inTrash", { title: article.title })}>
        <span className="flex flex-wrap items-center justify-center gap-5">
          {can(me, "delete-article", article) && (
            <Button look="primary" onClick={() => void restore(article)}>
              {t("restore")}
            </Button>
          )}
          <SetAsideTexts memberId={me.id} articleId={article.id} />
          <Link
            href={`/projects/${article.projectId}/library`}
            className="inline-block min-h-6 text-seal underline underline-offset-3"
          >
            {t("leaveTrash")}
          </Link>
        </span>
      </EmptyState>
    </main>
  );
}

const nothing: ReturnType<SetAsideStore["list"]> = [];

/** What this browser could not send, which outlives the article. */
function SetAsideTexts(props: { readonly memberId: string; readonly articleId: string }) {
  const { memberId, articleId } = props;
  const t = useTranslations("workbench.setAside");
  const [store] = useState(() => new SetAsideStore(memberId, articleId));
  const [isOpen, setOpen] = useState(false);
  // A session that ends with the article, here or in another window, sets aside what it could not send.
  useEffect(() => watchSetAside(store), [store]);
  const texts = useSyncExternalStore(
    (listener) => store.changed.add(listener),
    () => store.list(),
    () => nothing,
  );
  if (texts.length === 0) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("show", { count: texts.length })}</Button>
      {isOpen && (
        <SetAsideDialog
          texts={texts}
          onDiscard={(id) => void store.discard(id)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
