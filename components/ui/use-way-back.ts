import { useEffect, useEffectEvent } from "react";

/**
 * On a device for fingers the system's way back (Android's button, or a stroke from the edge) closes what stands over the
 * page, the newest first, and only then leaves the page. With a keyboard Escape does it, which hears of menus and words
 * that are still being composed.
 */
export function useWayBack(isOpen: boolean, onClose: () => void): void {
  const close = useEffectEvent(onClose);
  useEffect(() => {
    if (!isOpen || !window.CloseWatcher || !window.matchMedia("(pointer: coarse)").matches) return;
    const watcher = new window.CloseWatcher();
    watcher.addEventListener("close", () => close());
    return () => watcher.destroy();
  }, [isOpen]);
}
