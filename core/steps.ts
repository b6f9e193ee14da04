/** Long work as a generator of short steps, so that who runs it decides whether others are served between two. */
export type Steps<Value> = Generator<void, Value>;

/** Works all steps through at once. */
export function finishSteps<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
