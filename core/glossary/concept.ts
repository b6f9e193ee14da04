/** Concepts, terms and proposals: the words of the glossary (statuses as in TBX). */

export const conceptStates = ["proposed", "approved", "rejected", "superseded"] as const;
export type ConceptState = (typeof conceptStates)[number];

export const termStatuses = ["preferred", "admitted", "deprecated", "superseded"] as const;
/** `deprecated` is forbidden: shown struck, and a warning where it is used. */
export type TermStatus = (typeof termStatuses)[number];

export const termLanguages = ["zh", "en"] as const;
export type TermLanguage = (typeof termLanguages)[number];

export const proposalKinds = ["new-concept", "new-term", "change", "removal"] as const;
export type ProposalKind = (typeof proposalKinds)[number];

export const proposalStates = ["open", "accepted", "rejected", "withdrawn"] as const;
export type ProposalState = (typeof proposalStates)[number];

export type TermDraft = {
  readonly language: TermLanguage;
  readonly text: string;
  readonly status: TermStatus;
};

/** What a proposal would make of its concept. */
export type ProposalChange = {
  readonly definition?: string;
  readonly domain?: string;
  readonly note?: string;
  readonly terms?: readonly TermDraft[];
};

/** A concept as screens and recognition need it. */
export type ConceptEntry = {
  readonly id: string;
  readonly state: ConceptState;
  readonly definition: string;
  readonly domain: string;
  readonly note: string;
  /** The name of the member who brought it. */
  readonly proposedBy: string;
  readonly terms: readonly {
    readonly id: string;
    readonly language: TermLanguage;
    readonly text: string;
    readonly status: TermStatus;
    readonly pinyin: string | null;
  }[];
};

/** A concept as it is stored. */
export type StoredConcept = ConceptEntry & {
  /** Milliseconds since 1970; an edit or a decision names the one it was made from. */
  readonly changedAt: number;
};

/** In how many segments of the library, and of how many articles, the Chinese terms of a concept stand. */
export type UseCount = { readonly segments: number; readonly articles: number };

/** A concept in the list of the glossary. */
export type ConceptSummary = StoredConcept & {
  readonly uses: UseCount;
};

export const conceptFilters = ["review", "approved", "conflicts", "all"] as const;
export type ConceptFilter = (typeof conceptFilters)[number];

/** "review": proposals first, then by pinyin. "uses": the most used first. */
export const conceptOrders = ["review", "uses"] as const;
export type ConceptOrder = (typeof conceptOrders)[number];

/** Concepts of one page at the most. */
export const conceptPageSize = 100;

/** One page of a search, and how many concepts there are behind each filter. */
export type ConceptPage = {
  readonly concepts: readonly ConceptSummary[];
  /** Index of the first of them in the whole result. */
  readonly offset: number;
  readonly total: number;
  readonly counts: Readonly<Record<ConceptFilter, number>>;
  /** Index of the concept around which the page was asked for; null without one, and when it is not in the result. */
  readonly index: number | null;
};

/** Where a segment stands. */
export type SegmentPlace = {
  readonly segmentId: string;
  readonly articleId: string;
  readonly articleTitle: string;
  readonly number: number;
};

/** A segment whose source uses the concept, with the translation last stored. */
export type ConceptEvidence = SegmentPlace & {
  readonly sourceText: string;
  readonly targetText: string;
  /** Where the concept's terms stand in the source, in UTF-16 units. */
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
};

/** Segments of evidence that are listed at once. */
export const evidencePageSize = 30;

/** Another concept with the same Chinese term. */
export type Namesake = {
  readonly id: string;
  readonly state: ConceptState;
  /** The term they share. */
  readonly text: string;
  /** Its first allowed rendering; empty when it has none. */
  readonly rendering: string;
};

/** The last decision. */
export type ConceptVerdict = {
  /** The name of the member who took it. */
  readonly by: string;
  /** True when it was whoever asks. */
  readonly isOwn: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** May be empty. */
  readonly reason: string;
};

export type ConceptDetail = ConceptSummary & {
  readonly createdAt: number;
  /** True when whoever asks brought it. */
  readonly isOwn: boolean;
  /** The segment that it was proposed from, while that is in the library. */
  readonly proposedFrom: SegmentPlace | null;
  readonly decision: ConceptVerdict | null;
  readonly namesakes: readonly Namesake[];
  /** By id of an English term: in how many segments of the evidence the translation has it. */
  readonly renderingCounts: Readonly<Record<string, number>>;
  /** Translated segments of the evidence in which no allowed rendering was found. */
  readonly otherWordingCount: number;
  /** The first page of it, in reading order. */
  readonly evidence: readonly ConceptEvidence[];
};

export const conceptDecisions = ["approve", "reject", "reopen"] as const;
export type ConceptDecision = (typeof conceptDecisions)[number];

/** Characters at the most, of each field. */
export const conceptLimits = {
  source: 60,
  rendering: 200,
  definition: 2000,
  domain: 60,
  note: 2000,
  reason: 500,
  terms: 40,
};
