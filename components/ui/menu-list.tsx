"use client";
import { Menu as BaseMenu } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { ReactNode, RefObject } from "react";
import { anchorAttribute, isFocusFree } from "#components/ui/focus.ts";
import { useWayBack } from "#components/ui/use-way-back.ts";

export type MenuListProps = {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** The button that it hangs from, and that gets the focus back. */
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly children: ReactNode;
};

export type MenuChoicesProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: ReactNode }[];
  readonly onChoose: (value: Value) => void;
};

const itemLook =
  "flex min-h-8 cursor-default items-center gap-2 rounded-sm px-3 py-1.5 outline-none data-highlighted:bg-wash";

/** The list of a `Menu`. */
export function MenuList({ isOpen, onOpenChange, anchor, children }: MenuListProps) {
  useWayBack(isOpen, () => onOpenChange(false));
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
        <BaseMenu.Positioner anchor={anchor} sideOffset={4} align="end" className="z-60">
          <BaseMenu.Popup
            {...{ [anchorAttribute]: anchor.current?.id }}
            finalFocus={() => (isStillHere() ? anchor.current : false)}
            className="min-w-44 rounded-md border border-line bg-raised p-1 shadow-float outline-none"
          >
            {children}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

/** What was chosen may have opened a field or a dialog, which has the focus then. */
function isStillHere(): boolean {
  return isFocusFree() || document.activeElement?.closest("[role=menu]") !== null;
}

export function MenuItem({
  onSelect,
  children,
}: {
  readonly onSelect: () => void;
  readonly children: ReactNode;
}) {
  return (
    <BaseMenu.Item onClick={onSelect} className={itemLook}>
      {children}
    </BaseMenu.Item>
  );
}

export function MenuChoices(props: MenuChoicesProps<string>) {
  return (
    <BaseMenu.Group className="border-line not-first:mt-1 not-first:border-t not-first:pt-1">
      <BaseMenu.GroupLabel className="px-3 py-1 text-[12px] text-muted">{props.label}</BaseMenu.GroupLabel>
      <BaseMenu.RadioGroup value={props.value}>
        {props.choices.map(({ value, label }) => (
          <BaseMenu.RadioItem
            key={value}
            value={value}
            closeOnClick
            onClick={() => props.onChoose(value)}
            className={itemLook}
          >
            <span className="grow">{label}</span>
            <BaseMenu.RadioItemIndicator>
              <Check aria-hidden size={14} />
            </BaseMenu.RadioItemIndicator>
          </BaseMenu.RadioItem>
        ))}
      </BaseMenu.RadioGroup>
    </BaseMenu.Group>
  );
}
