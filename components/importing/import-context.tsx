"use client";
import { createContext, useContext } from "react";

export type ImportContextValue = {
  readonly projectId: string;
  /** Opens the dialog, to choose files or to paste. */
  readonly open: () => void;
  /** Files that were left in the closed dialog, read and not imported. */
  readonly waiting: number;
};

export const ImportContext = createContext<ImportContextValue | null>(null);

export function useImportContext(): ImportContextValue {
  const value = useContext(ImportContext);
  if (!value) throw new Error("A part of the import stands outside of its zone");
  return value;
}
