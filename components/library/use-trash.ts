import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { callAction } from "#client/ask-server.ts";
import { useErrorText } from "#components/ui/error-text.tsx";
import { addToast } from "#components/ui/toast-queue.ts";
import { restoreArticleAction, trashArticleAction } from "#server/articles/actions.ts";

type Named = { readonly id: string; readonly title: string };

/** To the trash and back, each told in a toast; the first with its way back. */
export function useTrash() {
  const t = useTranslations("library");
  const getErrorText = useErrorText();
  const router = useRouter();
  const restore = async ({ id, title }: Named) => {
    const answer = await callAction(() => restoreArticleAction({ articleId: id }));
    addToast(answer.ok ? t("restored", { title }) : getErrorText(answer.failure));
    router.refresh();
  };
  const trash = async (article: Named) => {
    const answer = await callAction(() => trashArticleAction({ articleId: article.id }));
    if (answer.ok) {
      const onUndo = () => void restore(article);
      addToast(t("trashed", { title: article.title }), { label: t("undo"), onUndo });
    } else addToast(getErrorText(answer.failure));
    router.refresh();
  };
  return { trash, restore };
}
