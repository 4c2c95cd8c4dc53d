/** The counts kept beside the answers are what counting all answers again gives; where they are not, they are mended. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inStreet } from '../http/transaction.ts';
import { CompiledVersions } from '../questionnaires/compiled-versions.ts';
import { startRatedStreet, type RatedStreet } from '../rates/rated-street.testing.ts';
import { listRollup, recountRollup } from '../sync/push.facts.queries.ts';
import { disturb } from './recount.facts.queries.ts';
import { mendCounts, recountStreet } from './recount.ts';

let rated: RatedStreet;
let streetId: string;
const versions = new CompiledVersions();
const recount = () => recountStreet(rated.api.sql, streetId, versions);

beforeAll(async () => {
  rated = await startRatedStreet();
  ({ streetId } = rated.street);
  await rated.answer('liuyin', 12, { knowsCampaign: 'know' });
  await rated.answer('nanqiao', 7, { knowsCampaign: 'dontKnow' });
});
afterAll(() => rated.api.stop());

it('finds nothing wrong with what pushes counted', async () => {
  const found = await recount();
  expect(found.responses).toBe(19);
  expect(found.kept).toBeGreaterThan(10);
  expect(found.wrong).toEqual([]);
});

it('names every wrong count and mends it, and the audit says how many', async () => {
  const { sql, deps } = rated.api;
  const before = await listRollup(sql, streetId);
  await disturb(sql, streetId);
  expect((await recount()).wrong).toHaveLength(3);

  const nobody = { personId: null, deviceId: null };
  const mended = await inStreet(deps, streetId, nobody, mendCounts, { versions });
  expect(mended.wrong).toHaveLength(3);
  expect((await recount()).wrong).toEqual([]);
  expect(await listRollup(sql, streetId)).toEqual(before);
  expect(await recountRollup(sql, streetId)).toEqual(before);
});
