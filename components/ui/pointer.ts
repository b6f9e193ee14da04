/** False where there are only fingers, which have no keys. Styles ask the same as `any-pointer-fine`. */
export function hasFinePointer(): boolean {
  return window.matchMedia("(any-pointer: fine)").matches;
}
