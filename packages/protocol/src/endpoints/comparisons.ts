/** Comparisons of released rates, and how one of them was made. Everything here is worked out from released cells. */
import { z } from 'zod';
import { indicators, purposes } from '@huhudao/domain';
import { endpoint } from '../endpoint.ts';
import { day, id, instant } from '../fields.ts';
import { outcomeRates, rateCell, roundHead } from './rates.ts';

const inArea = z.strictObject({ areaId: id });
const span = z.tuple([z.number(), z.number()]);
const ofRound = z.strictObject({
  roundId: id.optional(),
  purpose: z.enum(['measurement', 'coverage']).default('measurement'),
});

/** Why two figures are not compared. */
export const notCompared = ['noFigure', 'notShown', 'purpose', 'formula', 'partly'] as const;

export const roundDifference = z.strictObject({
  areaId: id,
  areaName: z.string(),
  indicator: z.enum(indicators),
  now: rateCell.nullable(),
  former: rateCell.nullable(),
  /**
   * Now less former: with a 95% interval (Newcombe) of two samples, with the bounds that non-response leaves of two
   * coverage rounds.
   */
  difference: z.strictObject({ value: z.number(), lower: z.number(), upper: z.number() }).nullable(),
  why: z.enum(notCompared).nullable(),
});
export type RoundDifference = z.infer<typeof roundDifference>;

export const readRoundComparison = endpoint({
  name: 'readRoundComparison',
  method: 'get',
  path: '/api/areas/{areaId}/comparisons/rounds',
  summary:
    'Released rates of communities in a round against a former one, with the interval of the difference or why there is none',
  gate: { kind: 'path', permission: 'rates.read' },
  params: inArea,
  query: ofRound.extend({ formerId: id.optional() }),
  response: z.strictObject({
    round: roundHead.nullable(),
    former: roundHead.nullable(),
    /** Rounds of either purpose, the newest first. */
    rounds: z.array(roundHead),
    rows: z.array(roundDifference),
  }),
});

const leftOut = z.strictObject({
  areaId: id,
  areaName: z.string(),
  kind: z.enum(['banded', 'hidden']),
  reason: z.string().nullable(),
});

const drawnFunnel = z.strictObject({
  /** The share of all shown communities together. */
  centre: z.number(),
  /** φ; the limits are widened by it where that is more than chance explains. */
  factor: z.number(),
  overdispersed: z.boolean(),
  limits: z.array(z.strictObject({ n: z.number().int(), inner: span, outer: span })),
  points: z.array(
    z.strictObject({
      areaId: id,
      areaName: z.string(),
      n: z.number().int(),
      value: z.number(),
      group: z.enum(['above', 'within', 'below']),
      inner: span,
      outer: span,
    }),
  ),
});

export const readCommunityComparison = endpoint({
  name: 'readCommunityComparison',
  method: 'get',
  path: '/api/areas/{areaId}/comparisons/communities',
  summary:
    'Communities of a sampled round beside each other: a funnel for each indicator, and a screen of all against the rest',
  gate: { kind: 'path', permission: 'rates.read' },
  params: inArea,
  query: z.strictObject({ roundId: id.optional() }),
  response: z.strictObject({
    round: roundHead.nullable(),
    rounds: z.array(roundHead),
    funnels: z.array(
      z.strictObject({
        indicator: z.enum(indicators),
        /** Null where fewer than two communities are shown. */
        drawn: drawnFunnel.nullable(),
        leftOut: z.array(leftOut),
      }),
    ),
    screen: z.array(
      z.strictObject({
        areaId: id,
        areaName: z.string(),
        indicator: z.enum(indicators),
        value: z.number(),
        /** The share of the other shown communities together. */
        rest: z.number(),
        p: z.number(),
        /** By Benjamini and Hochberg, over the whole screen. */
        adjusted: z.number(),
        group: z.enum(['above', 'within', 'below']),
      }),
    ),
  }),
});

/** An indicator's formula as one questionnaire has it. */
export const formula = z.object({
  favourable: z.array(z.string()),
  base: z.array(z.string()),
  beside: z.array(z.string()),
  excluded: z.array(z.string()),
  top: z.array(z.string()),
  dontKnow: z.object({ codes: z.array(z.string()), policy: z.enum(['inBase', 'excluded']) }),
  scores: z.record(z.string(), z.number()),
});
export type Formula = z.infer<typeof formula>;

export const definitionVersion = z.strictObject({
  formulaId: z.string(),
  item: z.string(),
  title: z.string(),
  formula,
  /** The rounds it was asked in, the oldest first. */
  rounds: z.array(z.strictObject({ id, name: z.string(), purpose: z.enum(purposes), startsOn: day })),
});
export type DefinitionVersion = z.infer<typeof definitionVersion>;

export const readMethods = endpoint({
  name: 'readMethods',
  method: 'get',
  path: '/api/areas/{areaId}/methods',
  summary:
    'How one released rate was made: definition and its versions, answers, weights, releases and rules',
  gate: { kind: 'path', permission: 'rates.read' },
  params: inArea,
  query: ofRound.extend({ indicator: z.enum(indicators) }),
  response: z.strictObject({
    round: roundHead.nullable(),
    rounds: z.array(roundHead),
    cell: rateCell.nullable(),
    /** Of this cell, the newest first. */
    releases: z.array(
      z.strictObject({
        release: z.number().int(),
        kind: z.enum(['shown', 'flagged', 'banded', 'hidden']),
        n: z.number().int(),
        dataTime: instant,
      }),
    ),
    outcome: z
      .strictObject({
        areaId: id,
        counts: z.record(z.string(), z.number().int()),
        excess: z.number().int(),
        rates: outcomeRates,
      })
      .nullable(),
    /** The communities the figure is made of, with their frame and the answers they have released. */
    strata: z.array(
      z.strictObject({
        areaId: id,
        areaName: z.string(),
        frame: z.number().int().nullable(),
        n: z.number().int().nullable(),
        /** Its own printed share, and who responded in all, of which the printed interval is made; null where it is held back. */
        value: z.number().nullable(),
        respondents: z.number().int().nullable(),
      }),
    ),
    /** The thresholds in force. */
    rules: z.strictObject({
      smallestShown: z.number().int(),
      bandStep: z.number(),
      /** Null in a coverage round, which estimates nothing. */
      precision: z
        .strictObject({
          smallestSample: z.number().int(),
          widest: z.number(),
          narrow: z.number(),
          widestRelative: z.number(),
          fewDegreesOfFreedom: z.number().int(),
        })
        .nullable(),
    }),
    /** Of this indicator here, the newest first. */
    definitions: z.array(definitionVersion),
  }),
});
