import type { Metadata } from "next";
import { cookies } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { parseTheme, themeCookie } from "#client/theme/theme.ts";
import { ToastProvider } from "#components/ui/toast.tsx";
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
          <ToastProvider>{children}</ToastProvider>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
