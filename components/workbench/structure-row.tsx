import { Image as ImageIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { Formula } from "#components/editor/formula.tsx";
import type { Block } from "#core/articles/blocks.ts";

/** Structure without a text of its own: seen on both sides, edited on none. Pictures are named, never fetched. */
export function StructureRow({ block }: { readonly block: Block }) {
  if (block.kind === "divider") {
    return (
      <div className="px-5 py-4 sm:pr-10 sm:pl-[78px]">
        <hr className="border-line" />
      </div>
    );
  }
  if (block.kind === "spacer") return <div className="h-6" />;
  return (
    <div className="workbench-grid py-3">
      <span />
      <StructureContent block={block} />
      <span />
      <div aria-hidden className="hidden min-w-0 lg:block">
        <StructureContent block={block} isCopy />
      </div>
    </div>
  );
}

/** `isCopy` is true beside the translation, where the same is shown again for the eye alone. */
function StructureContent({ block, isCopy = false }: { readonly block: Block; readonly isCopy?: boolean }) {
  const t = useTranslations("workbench.structure");
  if (block.kind === "code") {
    return (
      <section
        aria-label={t("code")}
        // Long lines scroll, and hold nothing else to stand on.
        tabIndex={isCopy ? undefined : 0}
        className="min-w-0 overflow-x-auto rounded-md bg-wash"
      >
        <pre className="w-max p-3 font-mono text-[13px]/[22px]">
          <code>{block.attributes.text}</code>
        </pre>
      </section>
    );
  }
  if (block.kind === "formula") {
    return (
      <div className="min-w-0">
        <Formula tex={block.attributes.tex} isDisplay />
      </div>
    );
  }
  if (block.kind !== "figure") return null;
  return (
    <div className="flex min-h-16 items-center gap-3 rounded-md border border-line px-4 text-muted">
      <ImageIcon aria-hidden size={18} className="shrink-0" />
      <span lang={block.attributes.alt ? "zh-CN" : undefined} className="wrap-anywhere min-w-0">
        {block.attributes.alt || t("noAlt")}
      </span>
    </div>
  );
}
