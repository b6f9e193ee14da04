import type { Messages } from "#i18n/messages.ts";
import type { Locale } from "#i18n/routing.ts";

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
