import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type Answer, callAction } from "#client/ask-server.ts";
import { useErrorText } from "#components/ui/error-text.tsx";
import { goHome } from "#components/ui/focus.ts";
import { addToast } from "#components/ui/toast-queue.ts";
import { restoreArticleAction, trashArticleAction } from "#server/articles/actions.ts";

type Named = { readonly id: string; readonly title: string };

/** To the trash and back, each told in a toast; the first with its way back. */
export function useTrash() {
  const t = useTranslations("library");
  const getErrorText = useErrorText();
  const router = useRouter();
  // A server that cannot be reached has nothing newer, and asking it would replace the page by the browser's error.
  const refreshAfter = (answer: Answer<unknown>) => {
    if (answer.ok) goHome();
    if (answer.ok || answer.failure !== "unreachable") router.refresh();
  };
  const restore = async ({ id, title }: Named) => {
    const answer = await callAction(() => restoreArticleAction({ articleId: id }));
    if (answer.ok) addToast(t("restored", { title }), undefined, id);
    else addToast(getErrorText(answer.failure, false));
    refreshAfter(answer);
  };
  /** True when it lies in the trash now. */
  const trash = async (article: Named) => {
    const answer = await callAction(() => trashArticleAction({ articleId: article.id }));
    if (answer.ok) {
      const onUndo = () => void restore(article);
      addToast(t("trashed", { title: article.title }), { label: t("undo"), onUndo }, article.id);
    } else addToast(getErrorText(answer.failure, false));
    refreshAfter(answer);
    return answer.ok;
  };
  return { trash, restore };
}
