import type { ClipboardEvent } from "react";

/** Copies a selection inside static text: a formula as its TeX, without the letters that draw it. */
export function copyText(event: ClipboardEvent<HTMLElement>): void {
  const selection = window.getSelection();
  if (!selection || selection.rangeCount === 0 || !event.currentTarget.contains(selection.focusNode)) return;
  const copied = selection.getRangeAt(0).cloneContents();
  if (!copied.querySelector(".formula")) return;
  for (const view of copied.querySelectorAll(".formula-view")) view.remove();
  for (const lineBreak of copied.querySelectorAll("br")) lineBreak.replaceWith("\n");
  event.clipboardData.setData("text/plain", copied.textContent ?? "");
  event.preventDefault();
}
