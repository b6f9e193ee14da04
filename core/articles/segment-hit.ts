/** A side of a segment that holds the words, as the server knows it. */
export type SegmentHit = {
  readonly segmentId: string;
  readonly number: number;
  readonly side: "source" | "target";
  /** How often they stand there. */
  readonly count: number;
  /** The first of them with a little text on both sides. */
  readonly snippet: string;
};
