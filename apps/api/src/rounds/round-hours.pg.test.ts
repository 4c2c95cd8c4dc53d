import { afterAll, beforeAll, expect, it } from 'vitest';
import { changeRound, createRound, deleteRound } from '@huhudao/protocol';
import { startTestApi, type TestApi } from '../testing/test-api.ts';
import { buildTestStreet, type TestStreet } from '../testing/test-street.ts';

let api: TestApi;
let street: TestStreet;

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
});
afterAll(() => api.stop());

it('a round keeps the hours in which teams go from door to door; hours that end before they begin are refused', async () => {
  const params = { areaId: street.streetId };
  const plain = {
    name: '有时段',
    purpose: 'coverage' as const,
    startsOn: '2026-11-10',
    deadline: '2026-11-30',
    questionnaireHash: null,
    visitFormHash: street.hashes.visitForm,
    statement: '我们是社区的。',
    materials: [],
    scope: { communityIds: [street.communities.liuyin] },
    teamIds: [street.teams.liuyin],
  };
  const windows = [{ days: 'weekend' as const, from: '10:00', until: '20:00' }];
  const quiet = [{ from: '12:00', until: '14:00' }];
  const body = { ...plain, windows, quiet };
  const draft = await street.people.office.call(createRound, { params, body });
  expect(draft).toMatchObject({ windows, quiet });
  const one = { ...params, roundId: draft.id };
  expect(await street.people.office.call(changeRound, { params: one, body: plain })).toMatchObject({
    windows: [],
    quiet: [],
  });
  const wrong = { ...body, quiet: [{ from: '14:00', until: '12:00' }] };
  await expect(street.people.office.call(changeRound, { params: one, body: wrong })).rejects.toMatchObject({
    code: 'invalidRequest',
  });
  await street.people.office.call(deleteRound, { params: one });
});
