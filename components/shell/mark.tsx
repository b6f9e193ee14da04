import { useTranslations } from "next-intl";

/** The mark of the program, for the eye: what it stands for is written beside it. */
export function Mark({ className = "" }: { readonly className?: string }) {
  const t = useTranslations("shell");
  return (
    <span
      aria-hidden
      lang="zh-CN"
      className={`size-6.5 shrink-0 rounded-[5px] bg-seal text-center font-semibold font-zh text-[11.5px]/[26px] text-paper -tracking-[0.5px] ${className}`}
    >
      {t("mark")}
    </span>
  );
}
