import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { parseKnownPart } from './known-part.ts';
import { pullResponse, pushResponse } from './index.ts';

const epoch = '01890000-0000-4000-8000-000000000001';
const serverTime = '2026-11-20T08:00:00.000Z';
const lists = {
  rounds: [],
  teams: [],
  stairwells: [],
  households: [],
  assignments: [],
  plans: [],
  busy: [],
  revisits: [],
};
const after = { issues: [], parallelVisits: [], planning: null };
const page = { cursor: '7', reset: false, epoch, serverTime, ...lists, ...after };

it('a tablet of before the issues reads a page of today', () => {
  const before = pullResponse.omit({ issues: true });
  expect(before.safeParse(page).success).toBe(false);
  const { issues: _, ...known } = page;
  expect(parseKnownPart(before, page)).toMatchObject({ success: true, data: known });
});

it('a tablet of before both teams were told of a collision reads a page of today', () => {
  const before = pullResponse.omit({ parallelVisits: true });
  expect(before.safeParse(page).success).toBe(false);
  const { parallelVisits: _, ...known } = page;
  expect(parseKnownPart(before, page)).toMatchObject({ success: true, data: known });
});

it('a tablet of before plans were suggested reads a page of today', () => {
  const before = pullResponse.omit({ planning: true, busy: true });
  expect(before.safeParse(page).success).toBe(false);
  const { planning: _, busy: __, ...known } = page;
  expect(parseKnownPart(before, page)).toMatchObject({ success: true, data: known });
});

it('leaves out what is not known wherever it stands, and nothing else', () => {
  const schema = z.strictObject({ one: z.number(), many: z.array(z.strictObject({ two: z.string() })) });
  const extra = fc.dictionary(
    fc.string({ minLength: 1 }).filter((key) => !['one', 'many', 'two', '__proto__'].includes(key)),
    fc.jsonValue(),
  );
  fc.assert(
    fc.property(extra, fc.array(fc.tuple(fc.string(), extra)), (beside, items) => {
      const known = { one: 1, many: items.map(([two]) => ({ two })) };
      const answer = { ...beside, one: 1, many: items.map(([two, more]) => ({ ...more, two })) };
      const before = structuredClone(answer);
      expect(parseKnownPart(schema, answer)).toMatchObject({ success: true, data: known });
      expect(answer).toEqual(before);
    }),
  );
});

it('does not make up what is missing or wrong', () => {
  const { cursor: _, ...without } = page;
  expect(parseKnownPart(pullResponse, without).success).toBe(false);
  expect(parseKnownPart(pullResponse, { ...without, cursor: '7', later: 1, reset: 'no' }).success).toBe(
    false,
  );
  expect(parseKnownPart(pushResponse, 'a page of a hotel').success).toBe(false);
});

it('a reason for a refusal that this app does not know leaves the record refused', () => {
  const results = [{ id: epoch, result: 'rejected', code: 'reasonOfNextYear', details: {} }];
  const parsed = parseKnownPart(pushResponse, { results, epoch, receivedAt: serverTime });
  expect(parsed.data?.results).toMatchObject([{ result: 'rejected', code: 'recordInvalid' }]);
});
