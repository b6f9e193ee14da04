"use client";
import { Ellipsis } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { saveFile } from "#client/save-file.ts";
import { useTrash } from "#components/library/use-trash.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { lazyWhenUsed } from "#components/ui/lazy-when-used.ts";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { hasFinePointer } from "#components/ui/pointer.ts";
import type { Panel } from "#components/workbench/use-commands.ts";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import { can } from "#core/people/permissions.ts";

const DetailsDialog = lazyWhenUsed(
  async () => (await import("#components/library/details-dialog.tsx")).DetailsDialog,
);

/** What may be done with the open article as a whole, by this member, and what has a key of its own. */
export function ArticleMenu({ onOpen }: { readonly onOpen: (panel: Panel) => void }) {
  const t = useTranslations("workbench.menu");
  const { article, data } = useWorkbench();
  const { me } = data;
  const router = useRouter();
  const { trash } = useTrash();
  const [isEditing, setEditing] = useState(false);
  // Fingers have no keys: they get what the keys do instead.
  const [hasPointer] = useState(hasFinePointer);
  const moveToTrash = async () => {
    if (await trash(article)) router.push(`/projects/${article.projectId}/library`);
  };
  return (
    <>
      <Menu trigger={<IconButton icon={Ellipsis} label={t("label")} />}>
        <MenuItem onSelect={() => onOpen("find")}>{t("find")}</MenuItem>
        <MenuItem onSelect={() => onOpen("goTo")}>{t("goTo")}</MenuItem>
        {hasPointer ? (
          <MenuItem onSelect={() => onOpen("help")}>{t("keys")}</MenuItem>
        ) : (
          <MenuItem onSelect={() => onOpen("commands")}>{t("commands")}</MenuItem>
        )}
        {can(me, "edit-article", article) && (
          <MenuItem onSelect={() => setEditing(true)}>{t("details")}</MenuItem>
        )}
        {can(me, "download-original", article) && !article.isSample && (
          <MenuItem onSelect={() => saveFile(`/api/articles/${article.id}/original`)}>
            {t("original")}
          </MenuItem>
        )}
        {can(me, "delete-article", article) && (
          <MenuItem onSelect={() => void moveToTrash()}>{t("trash")}</MenuItem>
        )}
      </Menu>
      {isEditing && <DetailsDialog article={article} onClose={() => setEditing(false)} />}
    </>
  );
}
