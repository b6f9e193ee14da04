import { createNavigation } from "next-intl/navigation";
import { routing } from "#i18n/routing.ts";

export const { Link, redirect, usePathname, useRouter } = createNavigation(routing);
