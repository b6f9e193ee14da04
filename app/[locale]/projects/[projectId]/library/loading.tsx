import { useTranslations } from "next-intl";
import { Spinner } from "#components/ui/spinner.tsx";

export default function Loading() {
  return (
    <main className="p-10">
      <Spinner label={useTranslations("shell")("loading")} />
    </main>
  );
}
