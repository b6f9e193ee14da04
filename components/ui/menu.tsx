"use client";
import {
  type ComponentProps,
  cloneElement,
  type ReactElement,
  type ReactNode,
  useId,
  useRef,
  useState,
} from "react";
import { lazyWhenUsed } from "#components/ui/lazy-when-used.ts";
import type { MenuChoicesProps } from "#components/ui/menu-list.tsx";

const loadList = () => import("#components/ui/menu-list.tsx");
const MenuList = lazyWhenUsed(async () => (await loadList()).MenuList);
const ListChoices = lazyWhenUsed(async () => (await loadList()).MenuChoices);
const ListItem = lazyWhenUsed(async () => (await loadList()).MenuItem);

/** A menu under its trigger, which is a button of ours. */
export function Menu({
  trigger,
  children,
}: {
  readonly trigger: ReactElement<ComponentProps<"button">>;
  readonly children: ReactNode;
}) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  const open = () => {
    setWasOpen(true);
    setOpen(true);
  };
  return (
    <>
      {cloneElement(trigger, {
        ref: button,
        id,
        "aria-haspopup": "menu",
        "aria-expanded": isOpen,
        onClick: () => (isOpen ? setOpen(false) : open()),
        onKeyDown: (event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          open();
        },
      })}
      {wasOpen && (
        <MenuList isOpen={isOpen} onOpenChange={setOpen} anchor={button}>
          {children}
        </MenuList>
      )}
    </>
  );
}

export function MenuItem(props: { readonly onSelect: () => void; readonly children: ReactNode }) {
  return <ListItem {...props} />;
}

/** Choices of which one is in force, under their name. */
export function MenuChoices<Value extends string>({ choices, onChoose, ...props }: MenuChoicesProps<Value>) {
  const choose = (chosen: string) => {
    const choice = choices.find(({ value }) => value === chosen);
    if (choice) onChoose(choice.value);
  };
  return <ListChoices {...props} choices={choices} onChoose={choose} />;
}
