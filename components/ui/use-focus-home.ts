import { useEffect } from "react";
import { goHome } from "#components/ui/focus.ts";

/** Brings the focus home when what had it goes with a render of this component: a button that has done its work, a row. */
export function useFocusHome(): void {
  const before = typeof document === "undefined" ? null : document.activeElement;
  useEffect(() => {
    if (before && !before.isConnected) goHome();
  });
}
