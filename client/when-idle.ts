/** Runs `work` when the browser has nothing else to do, at the latest after `limit` milliseconds. Returns what ends the wait. */
export function whenIdle(work: () => void, limit: number): () => void {
  // Not in every browser yet.
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(work, limit);
    return () => clearTimeout(timer);
  }
  const request = window.requestIdleCallback(work, { timeout: limit });
  return () => window.cancelIdleCallback(request);
}
