import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { ImportInput } from "#client/importing/import-requests.ts";

/** Takes what is dropped or pasted anywhere on the page. True while a file is dragged over it. */
export function useDropAndPaste(onInputs: (inputs: readonly ImportInput[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  // Every element under the pointer tells of entering and leaving; the page is left when all were. What was dragged in
  // before the page could listen has entered nothing, but is over it.
  const depth = useRef(0);
  const move = useEffectEvent((event: DragEvent, step: number) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    depth.current = Math.max(event.type === "dragover" ? 1 : 0, depth.current + step);
    setOver(depth.current > 0);
  });
  const drop = useEffectEvent((event: DragEvent) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    depth.current = 0;
    setOver(false);
    onInputs(listFiles(event.dataTransfer));
  });
  const paste = useEffectEvent((event: ClipboardEvent) => {
    if (isTextField(event.target) || !event.clipboardData) return;
    const inputs = readClipboard(event.clipboardData);
    if (inputs.length > 0) onInputs(inputs);
  });
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    // Before the window hears of it, where every page refuses what nothing on it has taken.
    document.addEventListener("dragenter", (event) => move(event, 1), { signal });
    document.addEventListener("dragover", (event) => move(event, 0), { signal });
    document.addEventListener("dragleave", (event) => move(event, -1), { signal });
    document.addEventListener("drop", (event) => drop(event), { signal });
    window.addEventListener("paste", (event) => paste(event), { signal });
    return () => controller.abort();
  }, []);
  return isOver;
}

/** The files of a clipboard, else its text with its markup; nothing when it holds neither. */
export function readClipboard(clipboard: DataTransfer): readonly ImportInput[] {
  const files = listFiles(clipboard);
  if (files.length > 0) return files;
  const text = clipboard.getData("text/plain");
  const html = clipboard.getData("text/html");
  if (text.trim() === "" && html === "") return [];
  return [{ kind: "paste", pasted: { html: html === "" ? null : html, text } }];
}

function listFiles(transfer: DataTransfer): readonly ImportInput[] {
  return [...transfer.files].map((file) => ({ kind: "file", file }));
}

/** A paste into a field belongs to the field. */
function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, [contenteditable]") !== null;
}
