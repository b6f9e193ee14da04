"use client";
import { usePathname } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { parseTheme, type Theme, themeCookie, themes } from "#client/theme/theme.ts";
import { MenuChoices } from "#components/ui/menu.tsx";
import { useRouter } from "#i18n/navigation.ts";
import { routing } from "#i18n/routing.ts";

/** Stands in the page only while the menu is open: the theme is read from the document when it opens. */
export function SettingsChoices() {
  const t = useTranslations("shell");
  const locale = useLocale();
  const router = useRouter();
  const pathname = usePathname();
  const [theme, setTheme] = useState(() => parseTheme(document.documentElement.dataset.theme));
  return (
    <>
      <MenuChoices
        label={t("languages")}
        value={locale}
        choices={routing.locales.map((value) => ({
          value,
          label: <span lang={value}>{t(`language.${value}`)}</span>,
        }))}
        onChoose={(value) => router.replace(pathname + window.location.search, { locale: value })}
      />
      <MenuChoices
        label={t("themes")}
        value={theme}
        choices={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
        onChoose={(value) => {
          setTheme(value);
          showTheme(value);
        }}
      />
    </>
  );
}

/** Shows the theme at once, and keeps it for a year. */
function showTheme(theme: Theme): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=31536000; samesite=lax`;
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
