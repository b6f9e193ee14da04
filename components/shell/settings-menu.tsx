"use client";
import { Settings } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import { lazyWhenUsed } from "#components/ui/lazy-when-used.ts";
import { Menu } from "#components/ui/menu.tsx";

const SettingsChoices = lazyWhenUsed(
  async () => (await import("#components/shell/settings-choices.tsx")).SettingsChoices,
);

/** Language and theme. */
export function SettingsMenu() {
  const t = useTranslations("shell");
  return (
    <Menu trigger={<IconButton icon={Settings} label={t("settings")} />}>
      <SettingsChoices />
    </Menu>
  );
}
