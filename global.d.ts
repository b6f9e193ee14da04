import type { Messages } from "#i18n/messages.ts";
import type { Locale } from "#i18n/routing.ts";

declare global {
  /** Tells once that the person wants to close what was opened last (HTML standard; not in every browser). */
  interface CloseWatcher extends EventTarget {
    destroy(): void;
  }
  interface Window {
    readonly CloseWatcher?: new () => CloseWatcher;
  }
}

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
