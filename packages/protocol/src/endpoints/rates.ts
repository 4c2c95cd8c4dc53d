import { z } from 'zod';
import { indicators, purposes, topics } from '@huhudao/domain';
import { endpoint } from '../endpoint.ts';
import { day, id, instant } from '../fields.ts';
import { coverageRow } from './rounds.ts';

const inArea = z.strictObject({ areaId: id });
const interval = z.tuple([z.number(), z.number()]);
const maybe = z.number().nullable();

/** AAPOR outcome rates; null where 0/0. */
export const outcomeRates = z.strictObject({
  RR1: maybe,
  RR2: maybe,
  RR3: maybe,
  RR4: maybe,
  RR5: maybe,
  RR6: maybe,
  COOP1: maybe,
  COOP2: maybe,
  COOP3: maybe,
  COOP4: maybe,
  REF1: maybe,
  REF2: maybe,
  REF3: maybe,
  CON1: maybe,
  CON2: maybe,
  CON3: maybe,
  e: maybe,
});

/** The satisfaction rate is always printed with its companions, since “满意率” is used in several ways. */
export const satisfactionFigures = z.strictObject({
  top: z.number(),
  headline: z.number(),
  meanScore: maybe,
  dontKnow: z.number(),
});

/** One released cell, already suppressed: what a page or export may show of it, and nothing else. */
export const rateCell = z.strictObject({
  areaId: id,
  areaName: z.string(),
  indicator: z.enum(indicators),
  kind: z.enum(['shown', 'flagged', 'banded', 'hidden']),
  /** Why a cell is not shown in full: `fewAnswers`, `smallMinority`, `imprecise`, `secondary`, … */
  reason: z.string().nullable(),
  n: z.number().int().nullable(),
  value: maybe,
  /** Wilson interval (95%) of a sample; null in coverage rounds. */
  interval: interval.nullable(),
  /** Non-response bounds of a coverage round; null in measurement rounds. */
  bounds: interval.nullable(),
  /** For a banded cell: “≥ x” or “≤ x”. */
  band: z.strictObject({ direction: z.enum(['atLeast', 'atMost']), value: z.number() }).nullable(),
  satisfaction: satisfactionFigures.nullable(),
  /**
   * Answers printed beside the rate and not counted in it, such as `heardOf`; of a street to a whole point. The share
   * is null where it is held back; all is null where the item has no such answer.
   */
  beside: z.strictObject({ codes: z.array(z.string()), share: maybe }).nullable(),
  verdict: z.enum(['met', 'notMet', 'undecided']).nullable(),
  target: maybe,
  formulaId: z.string(),
  dataTime: instant,
  release: z.number().int(),
});
export type RateCell = z.infer<typeof rateCell>;

export const trendPoint = z.strictObject({
  roundId: id,
  roundName: z.string(),
  startsOn: day,
  deadline: day,
  closed: z.boolean(),
  cells: z.array(
    rateCell.extend({
      /** True where this indicator's definition differs from when it was last asked here: its line breaks. */
      breakBefore: z.boolean(),
      /**
       * Between which limits chance alone leaves the rate of a community in a round of this size, and where it is. Null
       * where it is not printed, for a street, and where fewer rounds than limits take are joined.
       */
      control: z
        .strictObject({
          centre: z.number(),
          lower: z.number(),
          upper: z.number(),
          position: z.enum(['above', 'within', 'below']),
        })
        .nullable(),
    }),
  ),
});

export const roundHead = z.strictObject({
  id,
  name: z.string(),
  purpose: z.enum(purposes),
  startsOn: day,
  deadline: day,
  state: z.string(),
  /** Communities of which it covers only parts: their rates are of these. */
  partlyIds: z.array(id),
});

export const readRates = endpoint({
  name: 'readRates',
  method: 'get',
  path: '/api/areas/{areaId}/rates',
  summary:
    'Released rates of an area and the areas below it in a round (the newest measurement round if none is named), with outcome rates',
  gate: { kind: 'path', permission: 'rates.read' },
  params: inArea,
  query: z.strictObject({
    roundId: id.optional(),
    purpose: z.enum(['measurement', 'coverage']).default('measurement'),
  }),
  response: z.strictObject({
    round: roundHead.nullable(),
    rounds: z.array(roundHead),
    cells: z.array(rateCell),
    /** Of the same areas, by area id. */
    outcomes: z.array(
      z.strictObject({
        areaId: id,
        counts: z.record(z.string(), z.number().int()),
        /** Responses beyond the doors that answered: anonymous ones of parallel visits, which nobody can match. */
        excess: z.number().int(),
        rates: outcomeRates,
      }),
    ),
    definitions: z.array(
      z.strictObject({
        indicator: z.enum(indicators),
        formulaId: z.string(),
        item: z.string(),
        title: z.string(),
        definition: z.unknown(),
      }),
    ),
  }),
});

export const readTrend = endpoint({
  name: 'readTrend',
  method: 'get',
  path: '/api/areas/{areaId}/trend',
  summary: 'Released rates of one area over the rounds of one purpose',
  gate: { kind: 'path', permission: 'rates.read' },
  params: inArea,
  query: z.strictObject({ purpose: z.enum(['measurement', 'coverage']).default('measurement') }),
  response: z.array(trendPoint),
});

export const readOverview = endpoint({
  name: 'readOverview',
  method: 'get',
  path: '/api/areas/{areaId}/overview',
  summary: 'What to do now: coverage of open rounds, revisits due, proposals and quarantined records waiting',
  gate: { kind: 'path', permission: 'rates.read' },
  params: inArea,
  response: z.strictObject({
    dataTime: instant,
    coverage: z.array(z.strictObject({ round: roundHead, rows: z.array(coverageRow) })),
    revisitsDue: z.number().int(),
    revisitsOpen: z.number().int(),
    proposals: z.number().int(),
    quarantined: z.number().int(),
    parallelVisits: z.number().int(),
    visitsThisWeek: z.number().int(),
    visitsLastWeek: z.number().int(),
    topics: z.array(z.strictObject({ topic: z.enum(topics), households: z.number().int() })),
  }),
});

export const setTarget = endpoint({
  name: 'setTarget',
  method: 'put',
  path: '/api/targets/{indicator}',
  summary: 'Set or remove the target of an indicator',
  gate: { kind: 'anywhere', permission: 'targets.manage' },
  params: z.strictObject({ indicator: z.enum(indicators) }),
  body: z.strictObject({ target: z.number().gt(0).lt(1).nullable() }),
  response: 'nothing',
});
