"use client";
import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { findLastingFocus, goHome, isFocusFree } from "#components/ui/focus.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useWayBack } from "#components/ui/use-way-back.ts";

export type DialogProps = {
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** The row of buttons at its foot. */
  readonly actions?: ReactNode;
  /** For what stands side by side. */
  readonly isWide?: boolean;
  /** For a text with nothing to press or fill in: it takes the focus itself, and keys scroll it. */
  readonly isText?: boolean;
};

/** What a person fills in; a file is chosen by a button. */
const fields =
  "input:not([hidden], [type=file], [type=radio], [type=checkbox]), textarea, [role=radio][aria-checked=true]";

/** What `Dialog` shows. It opens with the caret in its first field, and on a wide screen grows downwards: what is read or filled in stays. */
export function DialogWindow({ onClose, title, children, actions, isWide, isText }: DialogProps) {
  const t = useTranslations("shell");
  const popup = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A button that is gone once it was pressed takes the focus with it: the dialog itself keeps it then.
    if (isFocusFree()) popup.current?.focus();
  });
  useReturnedFocus();
  useWayBack(true, onClose);
  const findFocus = () => {
    if (isText) return body.current;
    const { activeElement } = document;
    // A field that asks for the focus by itself has it already.
    if (activeElement instanceof HTMLElement && popup.current?.contains(activeElement)) return activeElement;
    return popup.current?.querySelector<HTMLElement>(fields) ?? popup.current;
  };
  return (
    <BaseDialog.Root open onOpenChange={onClose}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-30 bg-black/30" />
        <BaseDialog.Popup
          ref={popup}
          data-dialog
          initialFocus={findFocus}
          finalFocus={false}
          className={`fixed inset-x-0 bottom-0 z-30 flex max-h-[90dvh] flex-col rounded-t-md border border-line bg-raised shadow-float outline-none sm:inset-auto sm:top-[10dvh] sm:left-1/2 sm:max-h-[82dvh] sm:w-160 sm:-translate-x-1/2 sm:rounded-md ${isWide ? "md:w-180 lg:w-200" : ""}`}
        >
          <div className="flex items-center justify-between border-line border-b py-2 pr-3 pl-5">
            <BaseDialog.Title className="font-semibold">{title}</BaseDialog.Title>
            <BaseDialog.Close render={<IconButton icon={X} label={t("close")} />} />
          </div>
          <div
            ref={body}
            className="overflow-y-auto rounded-b-md p-5 -outline-offset-4 focus-visible:outline-1 focus-visible:outline-faint"
            {...(isText && { role: "region", "aria-label": title, tabIndex: 0 })}
          >
            {children}
          </div>
          {actions && <div className="flex justify-end gap-2 border-line border-t px-5 py-3">{actions}</div>}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

/** Gives the focus back to what had it before, or home, unless what was chosen in the dialog has taken it elsewhere. */
function useReturnedFocus(): void {
  // Before any field of the dialog asks for the focus by itself.
  const [before] = useState(findLastingFocus);
  useEffect(
    () => () =>
      queueMicrotask(() => {
        if (isFocusFree() && before instanceof HTMLElement) before.focus({ preventScroll: true });
        goHome();
      }),
    [before],
  );
}
