"use client";
import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { saveFile } from "#client/save-file.ts";
import { useLibraryView } from "#components/library/library-context.tsx";
import { useTrash } from "#components/library/use-trash.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import type { LibraryArticle } from "#core/articles/library.ts";
import { can, type Member } from "#core/people/permissions.ts";

export type ArticleMenuProps = {
  readonly article: LibraryArticle;
  readonly me: Member;
  readonly onEdit: () => void;
};

/** What may be done with an article, by this member. */
export function ArticleMenu({ article, me, onEdit }: ArticleMenuProps) {
  const t = useTranslations("library");
  const thing = { projectId: useLibraryView().projectId };
  const { trash } = useTrash();
  const canEdit = can(me, "edit-article", thing);
  const canDownload = can(me, "download-original", thing) && !article.isSample;
  const canTrash = can(me, "delete-article", thing);
  if (!canEdit && !canDownload && !canTrash) return null;
  return (
    <Menu trigger={<IconButton icon={Ellipsis} label={t("menu", { title: article.title })} />}>
      {canEdit && <MenuItem onSelect={onEdit}>{t("edit")}</MenuItem>}
      {canDownload && (
        <MenuItem onSelect={() => saveFile(`/api/articles/${article.id}/original`)}>{t("original")}</MenuItem>
      )}
      {canTrash && <MenuItem onSelect={() => void trash(article)}>{t("trash")}</MenuItem>}
    </Menu>
  );
}
