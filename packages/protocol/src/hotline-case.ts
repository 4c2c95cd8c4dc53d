import { z } from 'zod';
import { day, id, line } from './fields.ts';

/** A case of the 12345 hotline as a round keeps it. No name, no phone number: the address leads to the door. */
export const hotlineCase = z.strictObject({
  /** As the hotline numbers it. */
  number: line,
  /** As the list gives it. */
  address: line,
  topic: line.nullable(),
  reportedOn: day.nullable(),
  /** Whose door it was found to be; null until somebody says. */
  householdId: id.nullable(),
});
export type HotlineCase = z.infer<typeof hotlineCase>;

/** Cases of a list. */
export const mostCases = 1000;

/** Each number once: a case is at one door. */
export const hotlineCases = z
  .array(hotlineCase)
  .max(mostCases)
  .refine((cases) => new Set(cases.map(({ number }) => number)).size === cases.length);
