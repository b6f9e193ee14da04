"use client";
import { useTranslations } from "next-intl";
import { type GlossaryKey, glossaryKeys } from "#components/glossary/glossary-keys.ts";
import { Kbd } from "#components/ui/kbd.tsx";

const hinted = ["next", "approve", "reject", "edit", "add", "search"] as const;
const deciding: readonly string[] = ["approve", "reject", "edit"];

/** The keys in a line, of those that this member may use; on a screen too narrow to have a keyboard, or for fingers alone, there is none. */
export function KeysHint(props: { readonly canDecide: boolean; readonly onOpen: () => void }) {
  const t = useTranslations("glossary");
  const shown = hinted.filter((id) => props.canDecide || !deciding.includes(id));
  return (
    <footer className="flex h-9 items-center gap-4 overflow-hidden border-line border-t px-7 text-[12px] text-muted max-md:hidden not-any-pointer-fine:hidden">
      {shown.map((id) => (
        <span key={id} className="flex shrink-0 items-center gap-1.5 max-xl:not-nth-[-n+4]:hidden">
          <Kbd>{id === "next" ? "J K" : findSign(id)}</Kbd> {t(`hint.${id}`)}
        </span>
      ))}
      <button
        type="button"
        onClick={props.onOpen}
        className="ml-auto flex h-6 shrink-0 items-center gap-1.5 hover:text-ink"
      >
        <Kbd>?</Kbd> {t("allKeys")}
      </button>
    </footer>
  );
}

function findSign(id: GlossaryKey): string {
  return glossaryKeys.find((key) => key.id === id)?.shown[0] ?? "";
}
