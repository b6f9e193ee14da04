"use client";
import { useSyncExternalStore } from "react";
import { useWayBack } from "#components/ui/use-way-back.ts";

/** Where a panel is a sheet over the page; beside it, it is a part of the page (`lg` of Tailwind). */
const narrow = "(width < 64rem)";

/** Rendered by a panel that is open: on a narrow screen the way back closes it, as it does a dialog. */
export function SheetWayBack({ onClose }: { readonly onClose: () => void }) {
  const isSheet = useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia(narrow);
      query.addEventListener("change", listener);
      return () => query.removeEventListener("change", listener);
    },
    () => window.matchMedia(narrow).matches,
    () => false,
  );
  useWayBack(isSheet, onClose);
  return null;
}
