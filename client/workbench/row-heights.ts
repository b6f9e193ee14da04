/** How high the rows of a long list are: estimated at first, then as they are measured; each answer takes O(log n). */

export class RowHeights {
  readonly #heights: Float64Array;
  /** A Fenwick tree: the entry at i holds the sum of the i & -i heights that end with row i - 1. */
  readonly #sums: Float64Array;
  readonly #highestStep: number;

  /** @param estimates one height in pixels for each row */
  constructor(estimates: readonly number[]) {
    const count = estimates.length;
    this.#heights = Float64Array.from(estimates);
    this.#sums = new Float64Array(count + 1);
    this.#highestStep = 2 ** Math.floor(Math.log2(Math.max(1, count)));
    for (let at = 1; at <= count; at += 1) {
      this.#addTo(at, this.getHeight(at - 1));
      const above = at + (at & -at);
      if (above <= count) this.#addTo(above, this.#sumAt(at));
    }
  }

  get count(): number {
    return this.#heights.length;
  }

  getHeight(index: number): number {
    return this.#heights[index] ?? 0;
  }

  /** Pixels above a row; for `count` the height of all. */
  getStart(index: number): number {
    let sum = 0;
    for (let at = Math.min(index, this.count); at > 0; at -= at & -at) sum += this.#sumAt(at);
    return sum;
  }

  /** The row in which a pixel lies, the nearest one for a pixel outside; 0 when there is none. */
  findRow(pixel: number): number {
    let at = 0;
    let left = pixel;
    for (let step = this.#highestStep; step > 0; step >>= 1) {
      if (at + step > this.count || this.#sumAt(at + step) > left) continue;
      at += step;
      left -= this.#sumAt(at);
    }
    return Math.max(0, Math.min(at, this.count - 1));
  }

  setHeight(index: number, height: number): void {
    const change = height - this.getHeight(index);
    if (change === 0 || index < 0 || index >= this.count) return;
    this.#heights[index] = height;
    for (let at = index + 1; at <= this.count; at += at & -at) this.#addTo(at, change);
  }

  #sumAt(at: number): number {
    return this.#sums[at] ?? 0;
  }

  #addTo(at: number, height: number): void {
    this.#sums[at] = this.#sumAt(at) + height;
  }
}
