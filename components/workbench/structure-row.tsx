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
      <div aria-hidden className="hidden lg:block">
        <StructureContent block={block} />
      </div>
    </div>
  );
}

function StructureContent({ block }: { readonly block: Block }) {
  const t = useTranslations("workbench.structure");
  if (block.kind === "code") {
    return (
      <pre className="overflow-x-auto rounded-md bg-wash p-3 font-mono text-[13px]/[22px]">
        <code>{block.attributes.text}</code>
      </pre>
    );
  }
  if (block.kind === "formula") {
    return <Formula tex={block.attributes.tex} isDisplay />;
  }
  if (block.kind !== "figure") return null;
  return (
    <div className="flex min-h-16 items-center gap-3 rounded-md border border-line px-4 text-muted">
      <ImageIcon aria-hidden size={18} />
      <span lang="zh-CN">{block.attributes.alt || t("noAlt")}</span>
    </div>
  );
}
