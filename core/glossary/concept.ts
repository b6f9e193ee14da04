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
  readonly proposedBy: string;
  readonly terms: readonly {
    readonly id: string;
    readonly language: TermLanguage;
    readonly text: string;
    readonly status: TermStatus;
    readonly pinyin: string | null;
  }[];
};
