"use client";
import { Menu as BaseMenu } from "@base-ui/react/menu";
import type { ReactNode, RefObject } from "react";

export type MenuListProps = {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** The button that it hangs from, and that gets the focus back. */
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly children: ReactNode;
};

/** The list of a `Menu`. */
export function MenuList({ isOpen, onOpenChange, anchor, children }: MenuListProps) {
  return (
    <BaseMenu.Root
      open={isOpen}
      onOpenChange={(next, { event }) => {
        // A press on the button itself is the button's to answer.
        const isOnButton = event.target instanceof Node && anchor.current?.contains(event.target);
        if (next || !isOnButton) onOpenChange(next);
      }}
    >
      <BaseMenu.Portal>
        <BaseMenu.Positioner anchor={anchor} sideOffset={4} align="end" className="z-40">
          <BaseMenu.Popup
            finalFocus={anchor}
            className="min-w-44 rounded-md border border-line bg-raised p-1 shadow-float outline-none"
          >
            {children}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

export function MenuItem({
  onSelect,
  children,
}: {
  readonly onSelect: () => void;
  readonly children: ReactNode;
}) {
  return (
    <BaseMenu.Item
      onClick={onSelect}
      className="flex cursor-default items-center gap-2 rounded-sm px-3 py-1.5 outline-none data-highlighted:bg-wash"
    >
      {children}
    </BaseMenu.Item>
  );
}
