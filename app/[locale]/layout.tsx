import type { Metadata } from "next";
import { cookies } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { parseTheme, themeCookie } from "#client/theme/theme.ts";
import { RefusedFiles } from "#components/shell/refused-files.tsx";
import { Toasts } from "#components/ui/toasts.tsx";
import "#app/globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return { title: t("name") };
}

export default async function LocaleLayout({ children }: { readonly children: ReactNode }) {
  const locale = await getLocale();
  const theme = parseTheme((await cookies()).get(themeCookie)?.value);
  return (
    <html lang={locale} data-theme={theme === "system" ? undefined : theme}>
      <body>
        <NextIntlClientProvider>
          {children}
          <Toasts />
          <RefusedFiles />
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
