"use client";
import { Settings } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type Theme, themeCookie, themes } from "#client/theme/theme.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { usePathname, useRouter } from "#i18n/navigation.ts";
import { routing } from "#i18n/routing.ts";

/** Language and theme. */
export function SettingsMenu() {
  const t = useTranslations("shell");
  const locale = useLocale();
  const router = useRouter();
  const pathname = usePathname();
  return (
    <Menu trigger={<IconButton icon={Settings} label={t("settings")} />}>
      {routing.locales
        .filter((each) => each !== locale)
        .map((each) => (
          <MenuItem key={each} onSelect={() => router.replace(pathname, { locale: each })}>
            <span lang={each}>{t(`language.${each}`)}</span>
          </MenuItem>
        ))}
      {themes.map((theme) => (
        <MenuItem key={theme} onSelect={() => setTheme(theme)}>
          {t(`theme.${theme}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}

/** Shows the theme at once, and keeps it for a year. */
function setTheme(theme: Theme): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=31536000; samesite=lax`;
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
