import { useTranslations } from "next-intl";
import { EmptyState } from "#components/ui/empty-state.tsx";

export default function NotFound() {
  const t = useTranslations("shell");
  return (
    <main className="mx-auto max-w-160 p-10">
      <EmptyState sentence={t("notFound")} />
    </main>
  );
}
