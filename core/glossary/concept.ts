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

/** In how many segments of the library, and of how many articles, the Chinese terms of a concept stand. */
export type UseCount = { readonly segments: number; readonly articles: number };

/** A concept in the list of the glossary. */
export type ConceptSummary = ConceptEntry & {
  /** Milliseconds since 1970; an edit or a decision names the one it was made from. */
  readonly changedAt: number;
};

export const conceptFilters = ["review", "approved", "all"] as const;
export type ConceptFilter = (typeof conceptFilters)[number];

/** Concepts of one page at the most. */
export const conceptPageSize = 100;

/** One page of a search, and how many concepts there are behind each filter. */
export type ConceptPage = {
  readonly concepts: readonly ConceptSummary[];
  /** Index of the first of them in the whole result. */
  readonly offset: number;
  readonly total: number;
  readonly counts: Readonly<Record<ConceptFilter, number>>;
};

/** A segment whose source holds the term, with the translation last stored. */
export type ConceptEvidence = {
  readonly segmentId: string;
  readonly articleId: string;
  readonly articleTitle: string;
  readonly number: number;
  readonly sourceText: string;
  readonly targetText: string;
};

export type ConceptDetail = ConceptSummary & {
  readonly createdAt: number;
  readonly decision: { readonly by: string; readonly at: number; readonly reason: string } | null;
  readonly evidence: readonly ConceptEvidence[];
  /** True when there is more evidence than is listed. */
  readonly hasMoreEvidence: boolean;
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
