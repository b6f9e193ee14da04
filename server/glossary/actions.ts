"use server";
import { z } from "zod";
import { conceptDecisions, conceptLimits, termLanguages, termStatuses } from "#core/glossary/concept.ts";
import { idPattern } from "#core/ids.ts";
import { action } from "#server/action.ts";
import { decideProposal } from "#server/glossary/decide-proposal.ts";
import { editConcept } from "#server/glossary/edit-concept.ts";
import { proposeConcept } from "#server/glossary/propose-concept.ts";

const id = z.string().regex(idPattern);
const text = (limit: number) => z.string().trim().max(limit);
const changedAt = z.number().int();

export const proposeConceptAction = action(
  z.object({
    projectId: id,
    sourceTerm: text(conceptLimits.source).min(1),
    rendering: text(conceptLimits.rendering).min(1),
    definition: text(conceptLimits.definition),
    evidenceSegmentId: id.nullable(),
  }),
  proposeConcept,
);

const term = z.object({
  language: z.enum(termLanguages),
  text: text(conceptLimits.rendering).min(1),
  status: z.enum(termStatuses),
});

export const editConceptAction = action(
  z.object({
    conceptId: id,
    definition: text(conceptLimits.definition),
    domain: text(conceptLimits.domain),
    note: text(conceptLimits.note),
    terms: z.array(term).min(1).max(conceptLimits.terms),
    changedAt,
  }),
  editConcept,
);

export const decideConceptAction = action(
  z.object({
    conceptId: id,
    decision: z.enum(conceptDecisions),
    reason: text(conceptLimits.reason),
    changedAt,
  }),
  decideProposal,
);
