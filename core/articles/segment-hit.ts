/** A side of a segment that holds the words, as the server knows it. */
export type SegmentHit = {
  readonly segmentId: string;
  readonly number: number;
  readonly side: "source" | "target";
  /** The words with a little text on both sides. */
  readonly snippet: string;
};
