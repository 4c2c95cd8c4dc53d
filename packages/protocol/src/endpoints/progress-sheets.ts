import { z } from 'zod';
import { isReportWeek, isStorable, sheetStates } from '@huhudao/domain';
import { endpoint } from '../endpoint.ts';
import { day, id, instant, line } from '../fields.ts';

const inArea = z.strictObject({ areaId: id });
/** Named by the Wednesday that ends it. */
const week = day.refine(isReportWeek);
/** What somebody writes into a column of the sheet. */
const said = z.string().trim().min(1).max(600).refine(isStorable);

/** Counts of one community and round; never of answers. */
export const progressFigures = z.strictObject({
  /** Since the cut-off before. */
  visits: z.number().int(),
  /** Doors at which somebody was met in that time. */
  doorsReached: z.number().int(),
  /** As the round stood when the figures were taken: with a final outcome, and all that can have one. */
  settled: z.number().int(),
  eligible: z.number().int(),
  /** In the week after. */
  appointments: z.number().int(),
  plans: z.number().int(),
  issuesReported: z.number().int(),
  /** Of those reported in the week. */
  issuesClosed: z.number().int(),
});
export type ProgressFigures = z.infer<typeof progressFigures>;

export const progressSheet = z.strictObject({
  communityId: id,
  communityName: z.string(),
  roundId: id,
  roundName: z.string(),
  state: z.enum(sheetStates),
  /** As they were frozen with what was handed in; before that, as they stand now. */
  figures: progressFigures,
  /** 本周进展 and 下周安排, as handed in last; null before. */
  text: z.strictObject({ progress: z.string(), next: z.string() }).nullable(),
  submittedAt: instant.nullable(),
  /** Why it was handed in again or withdrawn, the first correction first. */
  corrections: z.array(z.strictObject({ at: instant, line: z.string() })),
});
export type ProgressSheet = z.infer<typeof progressSheet>;

export const progressWeek = z.strictObject({
  week: day,
  since: instant,
  dueAt: instant,
  sheets: z.array(progressSheet),
});

export const listProgressSheets = endpoint({
  name: 'listProgressSheets',
  method: 'get',
  path: '/api/areas/{areaId}/progress-sheets',
  summary:
    'The weekly progress sheets of an area’s communities, one a round, with those that are late or missing; without a week, of the one on the desk',
  gate: { kind: 'path', permission: 'progress.read' },
  params: inArea,
  query: z.strictObject({ week: week.optional() }),
  response: progressWeek,
});

export const submitProgressSheet = endpoint({
  name: 'submitProgressSheet',
  method: 'post',
  path: '/api/areas/{areaId}/progress-sheets',
  summary:
    'Hand in a community’s sheet; its figures are frozen. Again only with a line that says what was corrected',
  gate: { kind: 'path', permission: 'progress.submit' },
  params: inArea,
  body: z.strictObject({ week, roundId: id, progress: said, next: said, correction: line.optional() }),
  response: progressSheet,
});

export const withdrawProgressSheet = endpoint({
  name: 'withdrawProgressSheet',
  method: 'post',
  path: '/api/areas/{areaId}/progress-sheets/withdraw',
  summary: 'Withdraw what was handed in, with a line that says why',
  gate: { kind: 'path', permission: 'progress.submit' },
  params: inArea,
  body: z.strictObject({ week, roundId: id, correction: line }),
  response: progressSheet,
});

export const printProgressSheets = endpoint({
  name: 'printProgressSheets',
  method: 'get',
  path: '/api/areas/{areaId}/progress-sheets/file',
  summary: 'The sheets of a week as one file in the filed layout: of a community, or rolled up by its street',
  gate: { kind: 'path', permission: 'progress.read' },
  params: inArea,
  query: z.strictObject({
    week: week.optional(),
    format: z.enum(['pdf', 'xlsx']).default('pdf'),
    language: z.enum(['zh-CN', 'en']).default('zh-CN'),
  }),
  response: 'file',
});
