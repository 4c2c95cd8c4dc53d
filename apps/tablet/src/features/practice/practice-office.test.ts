import { expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import { newId, pullResponse, type MutationKind, type MutationPayload } from '@huhudao/protocol';
import { practiceClient } from './practice-office.ts';
import { practicePage } from './practice-page.ts';
import { practiceWorld, told } from './practice-world.ts';

const hashes = { questionnaire: 'a'.repeat(64), visitForm: 'b'.repeat(64) };
const now = Date.parse('2026-11-20T02:00:00Z');
const { signal } = new AbortController();

/** A street whose every text is its own key. */
function street() {
  const world = practiceWorld(hashes, now);
  const t = Object.assign((key: string) => key, { $TFunctionBrand: true }) as unknown as Parameters<
    typeof practicePage
  >[1];
  const client = practiceClient(world, () => practicePage(world, t), []);
  const door = (room: string) =>
    must(
      world.doors.find((one) => one.room === room),
      'the door',
    ).id;
  const pull = () => client.pull(world.ids.street, null, signal);
  const send = <K extends MutationKind>(kind: K, payload: MutationPayload<K>) =>
    client.push(
      {
        ...{ streetId: world.ids.street, sentAt: new Date(now).toISOString() },
        ...{ unsent: 0, oldestUnsentAt: null },
        mutations: [{ id: newId(), sequence: 1, deviceTime: new Date(now).toISOString(), kind, payload }],
      },
      signal,
    );
  return { world, door, pull, send };
}

const visit = (roundId: string, householdId: string): MutationPayload<'recordVisit'> => ({
  ...{ roundId, householdId, outcome: 'notHome', present: [], companionIds: [] },
  ...{ formHash: hashes.visitForm, formAnswers: {}, topics: [] },
});

it('the made-up street is what a server could have told, with a door for everything that is to be practised', async () => {
  const { pull, door } = street();
  const page = pullResponse.parse(await pull());
  expect(page.households).toHaveLength(31);
  const at = (room: string) => page.assignments.find(({ householdId }) => householdId === door(room));
  expect(at('501')?.appointment).toMatchObject({ day: '2026-11-20' });
  expect(at('402')).toMatchObject({ attempts: 2, outcome: 'notHome' });
  expect(page.households.filter(({ doNotContact }) => doNotContact)).toMatchObject([{ room: '303' }]);
  expect(page.households.filter(({ occupancy }) => occupancy === 'business')).toMatchObject([{ floor: 1 }]);
  expect(page.revisits).toMatchObject([
    { householdId: door(told.revisit), promise: 'practice.world.promise' },
  ]);
  expect(page.issues).toMatchObject([{ householdId: door(told.issue), state: 'reported' }]);
  // Nobody can be called from practice.
  expect(page.households.every(({ phone }) => phone === null)).toBe(true);
});

it('what is sent is confirmed, and the door is so from then on', async () => {
  const { world, pull, send, door } = street();
  const householdId = door('402');
  const before = await pull();
  expect((await pull()).cursor).toBe(before.cursor);
  const { results } = await send('recordVisit', visit(world.ids.round, householdId));
  expect(results).toMatchObject([{ result: 'accepted' }]);
  const after = pullResponse.parse(await pull());
  expect(after.cursor).not.toBe(before.cursor);
  const assignment = after.assignments.find((one) => one.householdId === householdId);
  expect(assignment).toMatchObject({ attempts: 3, latestOutcome: 'notHome' });
});

it('issues, revisits and plans are kept as they were sent', async () => {
  const { world, pull, send, door } = street();
  const householdId = door('601');
  await send('reportIssue', { householdId, category: 'lift', note: '', mayNameDoor: false, photos: [] });
  const revisitId = must(world.revisits[0], 'the revisit').id;
  await send('recordRevisit', { revisitId, state: 'resolved' });
  const { round, team } = world.ids;
  const stairwellId = must(world.stairwellIds[0], 'a stairwell');
  const window = { day: '2026-11-21', from: '09:00', until: '11:00' };
  await send('planVisit', { roundId: round, stairwellId, teamId: team, ...window });
  const page = pullResponse.parse(await pull());
  expect(page.issues.find((issue) => issue.householdId === householdId)).toMatchObject({ note: '' });
  expect(page.revisits).toMatchObject([{ gone: true }]);
  const plan = must(page.plans[0], 'the plan');
  expect(plan).toMatchObject({ ...window, cancelled: false });
  await send('cancelPlan', { planId: plan.id });
  expect((await pull()).plans).toMatchObject([{ cancelled: true }]);
});
