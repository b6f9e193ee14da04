/** The sample's translation as far as its two fictional members have come, and the words they agreed on. */
import type { Inline } from "#core/articles/inline.ts";
import type { SegmentState } from "#core/articles/states.ts";
import type { TermDraft } from "#core/glossary/concept.ts";
import type { Role } from "#core/people/permissions.ts";

type SampleMember = { readonly name: string; readonly role: Role; readonly color: string };

export const sampleReviewer: SampleMember = { name: "李", role: "reviewer", color: "li" };
export const sampleTranslator: SampleMember = { name: "Ana", role: "translator", color: "ana" };

export type SampleTarget = {
  /** Number of the segment, from 1. */
  readonly number: number;
  readonly state: Exclude<SegmentState, "untranslated">;
  readonly content: readonly Inline[];
};

const plain = (text: string): Inline[] => [{ type: "text", text }];

export const sampleTargets: readonly SampleTarget[] = [
  { number: 1, state: "approved", content: plain("Why Are River Bridges Always Arched?") },
  {
    number: 2,
    state: "approved",
    content: plain(
      "I grew up beside the water, where crossing a bridge was like climbing a small hill. The grown-ups said the arch made way for the boats; only later, from books, did I learn that it makes way for the stones as well.",
    ),
  },
  {
    number: 3,
    state: "approved",
    content: plain(
      "Stone fears being pulled, not being pressed. Lay a slab from bank to bank and, as people crowd onto it, its underside is drawn apart and a crack creeps quietly up from below. Bend a row of stones into a curve instead, and every one of them is only pressed; and so they hold for centuries.",
    ),
  },
  {
    number: 4,
    state: "approved",
    content: [
      { type: "text", text: "In other words, " },
      {
        type: "text",
        text: "the arch is not the shape of the stone but the shape of the force",
        marks: ["bold"],
      },
      { type: "text", text: ". The stones have merely lined up along it." },
    ],
  },
  { number: 5, state: "approved", content: plain("The Temper of Stone") },
  {
    number: 6,
    state: "draft",
    content: plain(
      "What bridge builders fear most is haste. When my master was young he saw a crew that hoped to overtake on the bend and beat its schedule: they struck the centring before its time, and half the arch was in the river before it could be closed.",
    ),
  },
  {
    number: 7,
    state: "approved",
    content: [
      {
        type: "text",
        text: "There is a very honest sum behind this. Take an arch of span L and rise f and load it evenly with q: the horizontal thrust at its feet is about ",
      },
      { type: "formula", id: "f1", tex: "H=\\frac{qL^2}{8f}" },
      {
        type: "text",
        text: ". The f stands below the line: the flatter the arch, the greater the thrust, and the harder the abutments on both banks must “grit their teeth”.",
      },
    ],
  },
  {
    number: 8,
    state: "approved",
    content: plain(
      "That is why the little stone bridges south of the Yangtze rise as high as they can. Everyone likes a level road, but the stones will not have it.",
    ),
  },
  {
    number: 9,
    state: "approved",
    content: [
      { type: "text", text: "My master had a saying that I have carried with me for twenty years:" },
      { type: "break" },
      { type: "text", text: "“A bridge ‘grows’, little by little. There is no hurrying it.”" },
    ],
  },
  {
    number: 10,
    state: "translated",
    content: plain("If you really mean to build one yourself, the order is roughly this:"),
  },
  {
    number: 11,
    state: "translated",
    content: plain("First the abutments. Nobody sees them, yet they take the thrust for the whole bridge."),
  },
  {
    number: 12,
    state: "translated",
    content: plain(
      "Then put up the centring and lay the stones from both sides towards the middle, in balance: one on the left, then one on the right.",
    ),
  },
  {
    number: 13,
    state: "translated",
    content: plain(
      "Last of all set the keystone, which the trade calls closing the arch. No one who has heard the dull thud of that stone going home ever forgets it.",
    ),
  },
  {
    number: 14,
    state: "draft",
    content: plain(
      "Even when the arch is closed, the centring cannot come down at once. The mortar has to dry, and the stones must press together a little more before",
    ),
  },
];

export type SampleConcept = {
  readonly state: "approved" | "proposed";
  readonly definition: string;
  readonly domain: string;
  readonly note: string;
  readonly terms: readonly (TermDraft & { readonly pinyin: string | null })[];
  /** Why it is proposed and the number of the segment it was met in; null for what is decided. */
  readonly proposal: { readonly reason: string; readonly segment: number } | null;
};

const chinese = (text: string, pinyin: string) =>
  ({ language: "zh", text, status: "preferred", pinyin }) as const;
const english = (text: string, status: TermDraft["status"] = "preferred") =>
  ({ language: "en", text, status, pinyin: null }) as const;

export const sampleConcepts: readonly SampleConcept[] = [
  {
    state: "approved",
    definition: "To get ahead by using a turning point instead of matching strength on the straight.",
    domain: "economy",
    note: "A racing image that became a slogan of catching up. Keep the image where the text plays on it.",
    terms: [
      chinese("弯道超车", "wāndào chāochē"),
      english("overtake on the bend"),
      english("leapfrog", "admitted"),
      english("curve overtaking", "deprecated"),
    ],
    proposal: null,
  },
  {
    state: "approved",
    definition:
      "A newspaper’s name for video games, about the year 2000; said today of any screen that one cannot put down.",
    domain: "media",
    note: "The metaphor is the point: do not soften it to “addictive games”.",
    terms: [
      chinese("电子海洛因", "diànzǐ hǎiluòyīn"),
      english("electronic heroin"),
      english("digital drug", "deprecated"),
    ],
    proposal: null,
  },
  {
    state: "proposed",
    definition: "To set the last stone or piece by which an arch, a dam or a bridge becomes one.",
    domain: "building",
    note: "",
    terms: [chinese("合龙", "hélóng"), english("close the arch"), english("closure", "admitted")],
    proposal: {
      reason: "It comes three times here, and “join” misses that nothing stands before it.",
      segment: 13,
    },
  },
];
