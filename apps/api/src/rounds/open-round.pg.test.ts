import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRound, openRound, readRound } from '@huhudao/protocol';
import { startTestApi, type TestApi } from '../testing/test-api.ts';
import { buildTestStreet, type TestStreet } from '../testing/test-street.ts';

let api: TestApi;
let street: TestStreet;

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
});
afterAll(() => api.stop());

it('a round does not open while a community of it has no team: its doors could never be visited', async () => {
  const { office } = street.people;
  const params = { areaId: street.streetId };
  const body = {
    name: '半',
    purpose: 'coverage' as const,
    startsOn: '2026-11-10',
    deadline: '2026-11-30',
    questionnaireHash: null,
    visitFormHash: street.hashes.visitForm,
    statement: '我们是社区的，来听听您的意见。',
    materials: [],
    scope: { communityIds: Object.values(street.communities) },
    teamIds: [street.teams.liuyin],
  };
  const one = { ...params, roundId: (await office.call(createRound, { params, body })).id };
  await expect(office.call(openRound, { params: one })).rejects.toMatchObject({
    code: 'roundIncomplete',
    details: { missing: 'teams (南桥社区)', lacks: ['teams'], communities: ['南桥社区'] },
  });
  expect(await office.call(readRound, { params: one })).toMatchObject({ state: 'draft' });
});
