import { createNavigation } from "next-intl/navigation";
import { routing } from "#i18n/routing.ts";

/** For a change of language. No address carries one, so that all other ways are Next's own. */
export const { useRouter } = createNavigation(routing);
