import { useTranslations } from "next-intl";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";

/** What a member of the project is called here: the reader is "you". Null for nobody. */
export function useMemberName(memberId: string | null | undefined): string | null {
  const t = useTranslations("workbench");
  const { data } = useWorkbench();
  if (memberId === data.me.id) return t("you");
  return data.members.find((member) => member.id === memberId)?.name ?? null;
}
