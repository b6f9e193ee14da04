"use client";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { ErrorText } from "#components/ui/error-text.tsx";

/** `digest` is the id under which the server logged the error. */
export default function ErrorPage({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  /** Asks the server for the page anew. */
  retry: () => void;
}) {
  const t = useTranslations("shell");
  return (
    <main className="mx-auto flex max-w-160 flex-col items-start gap-4 p-10">
      <ErrorText error={{ code: "unexpected", details: { id: error.digest ?? "" } }} />
      <div className="flex flex-wrap items-center gap-5">
        <Button onClick={retry}>{t("tryAgain")}</Button>
        <a href="/" className="text-seal underline underline-offset-4">
          {t("toLibrary")}
        </a>
      </div>
    </main>
  );
}
