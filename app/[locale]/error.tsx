"use client";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { ErrorText } from "#components/ui/error-text.tsx";

/** `digest` is the id under which the server logged the error. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations("shell");
  return (
    <main className="mx-auto flex max-w-160 flex-col items-start gap-4 p-10">
      <ErrorText error={{ code: "unexpected", details: { id: error.digest ?? "" } }} />
      <Button onClick={reset}>{t("tryAgain")}</Button>
    </main>
  );
}
