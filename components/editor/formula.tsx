"use client";
import { useLayoutEffect, useRef } from "react";
import { showFormula } from "#components/editor/show-formula.ts";

export type FormulaProps = {
  readonly tex: string;
  /** On a line of its own; else it runs in the text. */
  readonly isDisplay?: boolean;
};

/** A formula: what is in the element is made outside React, from the TeX alone. */
export function Formula({ tex, isDisplay = false }: FormulaProps) {
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(
    () => (element.current ? showFormula(element.current, tex, isDisplay) : undefined),
    [tex, isDisplay],
  );
  return <span ref={element} className={isDisplay ? "formula formula-display" : "formula"} />;
}
