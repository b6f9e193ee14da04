"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { saveFile } from "#client/save-file.ts";
import { useTrash } from "#components/library/use-trash.ts";
import { MenuItem } from "#components/ui/menu.tsx";
import { hasFinePointer } from "#components/ui/pointer.ts";
import type { Panel } from "#components/workbench/use-commands.ts";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import { can } from "#core/people/permissions.ts";

export type ArticleMenuItemsProps = {
  readonly onOpen: (panel: Panel) => void;
  readonly onEdit: () => void;
};

/** What the menu of the open article offers this member. */
export function ArticleMenuItems({ onOpen, onEdit }: ArticleMenuItemsProps) {
  const t = useTranslations("workbench.menu");
  const { article, data } = useWorkbench();
  const { me } = data;
  const router = useRouter();
  const { trash } = useTrash();
  const moveToTrash = async () => {
    if (await trash(article)) router.push(`/projects/${article.projectId}/library`);
  };
  return (
    <>
      <MenuItem onSelect={() => onOpen("find")}>{t("find")}</MenuItem>
      <MenuItem onSelect={() => onOpen("goTo")}>{t("goTo")}</MenuItem>
      {/* Fingers have no keys: they get what the keys do instead. */}
      {hasFinePointer() ? (
        <MenuItem onSelect={() => onOpen("help")}>{t("keys")}</MenuItem>
      ) : (
        <MenuItem onSelect={() => onOpen("commands")}>{t("commands")}</MenuItem>
      )}
      {can(me, "edit-article", article) && <MenuItem onSelect={onEdit}>{t("details")}</MenuItem>}
      {can(me, "download-original", article) && !article.isSample && (
        <MenuItem onSelect={() => saveFile(`/api/articles/${article.id}/original`)}>{t("original")}</MenuItem>
      )}
      {can(me, "delete-article", article) && (
        <MenuItem onSelect={() => void moveToTrash()}>{t("trash")}</MenuItem>
      )}
    </>
  );
}
