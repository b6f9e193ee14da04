"use client";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { useErrorText } from "#components/ui/error-text.tsx";

/** `digest` is the id under which the server logged the error; the browser's own errors have none. */
export default function ErrorPage({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  /** Asks the server for the page anew. */
  retry: () => void;
}) {
  const t = useTranslations("shell");
  const getText = useErrorText();
  return (
    <main className="mx-auto max-w-160 px-5 py-10">
      <div role="alert">
        <EmptyState sentence={getText({ code: "unexpected", details: { id: error.digest ?? null } })}>
          <span className="flex flex-wrap items-center justify-center gap-5">
            <Button onClick={retry}>{t("tryAgain")}</Button>
            <a href="/" className="text-seal underline underline-offset-4">
              {t("toLibrary")}
            </a>
          </span>
        </EmptyState>
      </div>
    </main>
  );
}
