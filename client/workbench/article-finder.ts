/**
 * Finds words in a whole article, of which the page holds only the rows near the view: in the sources, in the targets as
 * they stand in this browser, and where a part has not been loaded also as the server knows them by now.
 */
import { Listeners } from "#client/listeners.ts";
import { buildWordFinder } from "#core/text/find-words.ts";

export type Side = "source" | "target";

/** One place where the words stand: the n-th (from 0) on its side of a segment. */
export type FindHit = {
  readonly segmentId: string;
  /** Of the segment. */
  readonly number: number;
  readonly side: Side;
  readonly ordinal: number;
};

export type FinderOptions = {
  readonly segments: readonly { readonly id: string; readonly number: number; readonly sourceText: string }[];
  /** Plain text of a target; not loaded is what came with the page. */
  readonly readTarget: (segmentId: string) => { readonly text: string; readonly isLoaded: boolean };
  /** Hears the segments whose target changed. */
  readonly subscribeTargets: (listener: (segmentIds: readonly string[]) => void) => () => void;
  /** How often each target holds the words by now; null when the server cannot be reached. */
  readonly askServer: (words: string, signal: AbortSignal) => Promise<ReadonlyMap<string, number> | null>;
};

/** Milliseconds without a key before the server is asked. */
const askDelay = 200;

type Counts = { readonly source: number; readonly target: number };

const nothing: Counts = { source: 0, target: 0 };

export class ArticleFinder {
  readonly #options: FinderOptions;
  readonly #changed = new Listeners();
  readonly #counts = new Map<string, Counts>();
  readonly #byId: ReadonlyMap<string, FinderOptions["segments"][number]>;
  #words = "";
  #find = buildWordFinder("");
  #known: ReadonlyMap<string, number> | null = null;
  #hits: readonly FindHit[] | null = null;
  #asking: AbortController | null = null;

  constructor(options: FinderOptions) {
    this.#options = options;
    this.#byId = new Map(options.segments.map((segment) => [segment.id, segment]));
  }

  /** Begins to follow the texts. Returns what ends it. */
  start(): () => void {
    const stop = this.#options.subscribeTargets((segmentIds) => {
      const segments = segmentIds.flatMap((id) => this.#byId.get(id) ?? []);
      if (this.#words !== "" && this.#recount(segments)) this.#changed.call();
    });
    return () => {
      stop();
      this.#asking?.abort();
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => this.#changed.add(listener);

  /** All places in reading order, sources before targets. The same object until something changes. */
  readonly getHits = (): readonly FindHit[] => {
    this.#hits ??= this.#options.segments.flatMap((segment) =>
      listHits(segment, this.#counts.get(segment.id)),
    );
    return this.#hits;
  };

  setWords(words: string): void {
    if (words.trim() === this.#words) return;
    this.#words = words.trim();
    this.#find = buildWordFinder(words);
    this.#known = null;
    this.#counts.clear();
    this.#hits = null;
    if (this.#words !== "") this.#recount(this.#options.segments);
    this.#changed.call();
    void this.#ask();
  }

  /** True when a count has changed. */
  #recount(segments: FinderOptions["segments"]): boolean {
    let isChanged = false;
    for (const segment of segments) {
      const before = this.#counts.get(segment.id) ?? nothing;
      const counts = this.#count(segment);
      if (counts.source === before.source && counts.target === before.target) continue;
      this.#counts.set(segment.id, counts);
      isChanged = true;
    }
    if (isChanged) this.#hits = null;
    return isChanged;
  }

  #count({ id, sourceText }: FinderOptions["segments"][number]): Counts {
    const { text, isLoaded } = this.#options.readTarget(id);
    const target = this.#find(text).length;
    const source = this.#find(sourceText).length;
    if (isLoaded || !this.#known) return { source, target };
    // What somebody typed meanwhile, only the server knows.
    return { source, target: this.#known.get(id) ?? 0 };
  }

  async #ask(): Promise<void> {
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    const unloaded = this.#options.segments.filter(({ id }) => !this.#options.readTarget(id).isLoaded);
    if (this.#words === "" || unloaded.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, askDelay));
    if (asking.signal.aborted) return;
    const known = await this.#options.askServer(this.#words, asking.signal);
    // Out of reach, what came with the page is searched alone.
    if (known === null || asking.signal.aborted) return;
    this.#known = known;
    if (this.#recount(unloaded)) this.#changed.call();
  }
}

function listHits({ id, number }: FinderOptions["segments"][number], counts: Counts | undefined): FindHit[] {
  if (!counts) return [];
  const ofSide = (side: Side) =>
    Array.from({ length: counts[side] }, (_, ordinal) => ({ segmentId: id, number, side, ordinal }));
  return [...ofSide("source"), ...ofSide("target")];
}
