export function Spinner({ label }: { readonly label: string }) {
  return (
    <output
      aria-label={label}
      className="inline-block size-4 animate-spin rounded-full border-2 border-line border-t-muted"
    />
  );
}
