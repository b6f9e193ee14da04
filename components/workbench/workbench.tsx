"use client";
import { type ReactNode, useEffect, useState } from "react";
import type { WorkbenchProps } from "#components/workbench/workbench-screen.tsx";

type Screen = typeof import("#components/workbench/workbench-screen.tsx").WorkbenchScreen;

const loadScreen = () => import("#components/workbench/workbench-screen.tsx");
// Asked for before the page is hydrated, so that both come at the same time.
if (typeof window !== "undefined") void loadScreen().catch(() => undefined);

/** The workbench. The socket and the browser's own copy exist in the browser only; until then `children` are read. */
export function Workbench({ children, ...props }: WorkbenchProps & { readonly children: ReactNode }) {
  const [Screen, setScreen] = useState<Screen | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    loadScreen().then((module) => setScreen(() => module.WorkbenchScreen), setError);
  }, []);
  if (error) throw error;
  return Screen ? <Screen {...props} /> : children;
}
