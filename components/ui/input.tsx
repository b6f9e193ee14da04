import { Input as BaseInput } from "@base-ui/react/input";
import type { ComponentProps } from "react";

export function Input(props: Omit<ComponentProps<typeof BaseInput>, "className">) {
  return (
    <BaseInput
      {...props}
      className="h-9 w-full rounded-md border border-line bg-raised px-3 placeholder:text-faint -outline-offset-1 data-invalid:border-seal"
    />
  );
}
