"use client";
import { useState } from "react";
import type { DialogProps } from "#components/ui/dialog-window.tsx";
import { lazyWhenUsed } from "#components/ui/lazy-when-used.ts";

const DialogWindow = lazyWhenUsed(
  async () => (await import("#components/ui/dialog-window.tsx")).DialogWindow,
);

/** A dialog in the middle; on a narrow screen a sheet from below. */
export function Dialog(props: DialogProps) {
  const [wasOpen, setWasOpen] = useState(props.isOpen);
  if (props.isOpen && !wasOpen) setWasOpen(true);
  if (!wasOpen) return null;
  return <DialogWindow {...props} />;
}
