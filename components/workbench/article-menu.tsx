"use client";
import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { lazyWhenUsed } from "#components/ui/lazy-when-used.ts";
import { Menu } from "#components/ui/menu.tsx";
import type { Panel } from "#components/workbench/use-commands.ts";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";

const ArticleMenuItems = lazyWhenUsed(
  async () => (await import("#components/workbench/article-menu-items.tsx")).ArticleMenuItems,
);
const DetailsDialog = lazyWhenUsed(
  async () => (await import("#components/library/details-dialog.tsx")).DetailsDialog,
);

/** What may be done with the open article as a whole, and what has a key of its own. */
export function ArticleMenu({ onOpen }: { readonly onOpen: (panel: Panel) => void }) {
  const t = useTranslations("workbench.menu");
  const { article } = useWorkbench();
  const [isEditing, setEditing] = useState(false);
  return (
    <>
      <Menu trigger={<IconButton icon={Ellipsis} label={t("label")} />}>
        <ArticleMenuItems onOpen={onOpen} onEdit={() => setEditing(true)} />
      </Menu>
      {isEditing && <DetailsDialog article={article} onClose={() => setEditing(false)} />}
    </>
  );
}
