/** The small red stamp of an approval, with the reviewer's initial, set a little askew as by hand. */
export function Seal({ initial, label }: { readonly initial: string; readonly label: string }) {
  return (
    <span
      role="img"
      aria-label={label}
      className="inline-block size-[17px] -rotate-4 rounded-[3px] bg-seal text-center font-semibold font-zh text-[10.5px]/[17px] text-paper"
    >
      {initial}
    </span>
  );
}
