import { useTranslations } from "next-intl";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { QuietLink } from "#components/ui/quiet-link.tsx";

export default function NotFound() {
  const t = useTranslations("shell");
  return (
    <main className="mx-auto max-w-160 px-5 py-10">
      <EmptyState sentence={t("notFound")}>
        <QuietLink href="/" className="text-seal underline underline-offset-4">
          {t("toLibrary")}
        </QuietLink>
      </EmptyState>
    </main>
  );
}
