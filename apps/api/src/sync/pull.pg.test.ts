import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import { pull, pullVersion, type PullResponse } from '@huhudao/protocol';
import { inStreet, streetCommand } from '../http/transaction.ts';
import { Records } from '../testing/records.ts';
import { startTestApi, type TestApi, type TestTablet } from '../testing/test-api.ts';
import { buildTestStreet, type TestStreet } from '../testing/test-street.ts';
import * as facts from './pull.facts.queries.ts';

let api: TestApi;
let street: TestStreet;
let records: Records;
let li: TestTablet, sun: TestTablet, head: TestTablet;

/** A command that has its change number and has written, and commits when it is told to. */
const touchSlowly = (written: () => void, commit: Promise<void>) =>
  streetCommand({
    action: 'team.changed',
    subject: (householdId: string) => ({ householdId }),
    run: async (tx, householdId) => {
      const door = { roundId: street.roundId, householdId, changeNumber: tx.changeNumber };
      await facts.touch(tx.sql, tx.streetId, door);
      written();
      await commit;
    },
  });

/** Until a write has gone through, or stands behind another one. */
async function untilThroughOrWaiting(write: Promise<unknown>): Promise<void> {
  let through = false;
  void write.finally(() => (through = true));
  while (!through && must((await facts.countWaiting(api.sql))[0], 'a count').count === 0)
    await new Promise((resolve) => setTimeout(resolve, 20));
}

const changes = (tablet: TestTablet, since?: string): Promise<PullResponse> =>
  tablet.call(pull, { query: { streetId: street.streetId, ...(since === undefined ? {} : { since }) } });

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  records = new Records(api, street);
  [li, sun, head] = [
    await api.tablet(street.people.li),
    await api.tablet(street.people.sun),
    await api.tablet(street.people.head),
  ];
});
afterAll(() => api.stop());

describe('a pull', () => {
  it('travels compressed to a browser, which says that it can read that', async () => {
    const asked = { Authorization: `Bearer ${li.token}`, 'Accept-Encoding': 'gzip, deflate, br' };
    const { visitFormHash } = must((await changes(li)).rounds[0], 'a round');
    const paths = [`/api/sync/pull?streetId=${street.streetId}`, `/api/sync/versions/${visitFormHash}`];
    for (const path of paths) {
      const answer = await api.app.request(path, { headers: asked });
      expect(answer.headers.get('Content-Encoding')).toBe('gzip');
      expect(await new Response(answer.body?.pipeThrough(new DecompressionStream('gzip'))).json()).toBeTypeOf(
        'object',
      );
    }
  });

  it('gives a worker the doors of their team, and no others', async () => {
    const first = await changes(li);
    expect(first).toMatchObject({ reset: true, rounds: [{ id: street.roundId }] });
    expect(first.households.map((one) => one.id).toSorted()).toEqual(
      street.doors.liuyin.map((one) => one.id).toSorted(),
    );
    expect(first.teams.filter((team) => team.mine).map((team) => team.id)).toEqual([street.teams.liuyin]);
    expect(first.stairwells).toHaveLength(2);
  });

  it('gives a building head the stairwells they look after, without names or phone numbers', async () => {
    expect((await changes(head)).households).toEqual([]);
    const { stairwellId } = must(street.doors.liuyin[0], 'a door');
    await facts.appointSteward(api.sql, street.streetId, street.people.head.id, stairwellId);
    await facts.insertResident(api.sql, street.streetId, must(street.doors.liuyin[0], 'a door').id);
    const { households, stairwells } = await changes(head);
    expect(stairwells).toMatchObject([{ id: stairwellId, mine: true }]);
    expect(households).toHaveLength(12);
    expect(households.every((one) => one.residentName === null && one.phone === null)).toBe(true);
    const named = (await changes(li)).households.filter((one) => one.residentName !== null);
    expect(named).toMatchObject([{ phone: '19900000000', initials: 'zjh' }]);
  });

  it('gives the other doors of a stairwell too, so that it is drawn whole, but nothing about who lives there', async () => {
    const [door] = street.doors.nanqiao.slice(-1);
    const { id } = must(door, 'a door');
    await facts.insertResident(api.sql, street.streetId, id);
    expect((await changes(sun)).households.find((one) => one.id === id)).toMatchObject({
      phone: '19900000000',
    });
    await facts.takeOffTheList(api.sql, street.streetId, street.roundId, id);
    const { households, assignments } = await changes(sun);
    expect(assignments.some((one) => one.householdId === id)).toBe(false);
    expect(households.find((one) => one.id === id)).toMatchObject({
      residentName: null,
      initials: null,
      phone: null,
    });
  });

  it('continues from its cursor: nothing twice, nothing missed', async () => {
    const { cursor } = await changes(li);
    expect(await changes(li, cursor)).toMatchObject({ reset: false, assignments: [], households: [] });
    const door = must(street.doors.liuyin[1], 'a door');
    await records.push(li, records.visit(door, { outcome: 'notHome' }));
    const next = await changes(li, cursor);
    expect(next.assignments).toMatchObject([
      { householdId: door.id, attempts: 1, latestOutcome: 'notHome', settled: false },
    ]);
    expect((await changes(li, next.cursor)).assignments).toEqual([]);
  });

  it('misses no row of a writer that commits late', async () => {
    const { cursor } = await changes(li);
    const [slow, quick] = [must(street.doors.liuyin[2], 'a door'), must(street.doors.liuyin[3], 'a door')];
    const [written, commit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const nobody = { personId: null, deviceId: null };
    const command = touchSlowly(written.resolve, commit.promise);
    const slowWrite = inStreet(api.deps, street.streetId, nobody, command, slow.id);
    await written.promise;
    const quickWrite = records.push(li, records.visit(quick));
    await untilThroughOrWaiting(quickWrite);
    const during = await changes(li, cursor);
    commit.resolve();
    await Promise.all([slowWrite, quickWrite]);
    const after = await changes(li, during.cursor);
    const seen = [...during.assignments, ...after.assignments].map((one) => one.householdId);
    expect(seen.toSorted()).toEqual([slow.id, quick.id].toSorted());
  });

  it('starts over where the scope has changed', async () => {
    const person = await api.person('wu', ['worker', street.streetId]);
    const wu = await api.tablet(person);
    await facts.joinTeam(api.sql, street.streetId, street.teams.nanqiao, person.id);
    const { cursor } = await changes(wu);
    await facts.joinTeam(api.sql, street.streetId, street.teams.liuyin, person.id);
    const next = await changes(wu, cursor);
    expect(next.reset).toBe(true);
    expect(next.households).toHaveLength(48);
  });

  it('tells the former team that a door is no longer theirs', async () => {
    const { cursor } = await changes(sun);
    const door = must(street.doors.nanqiao[0], 'a door');
    await facts.giveToTeam(api.sql, street.streetId, street.roundId, door.id, street.teams.liuyin);
    expect((await changes(sun, cursor)).assignments).toMatchObject([{ householdId: door.id, gone: true }]);
    expect((await changes(li)).assignments.some((one) => one.householdId === door.id && !one.gone)).toBe(
      true,
    );
  });

  it('gives published versions by their hash, and nothing for a hash that was never published', async () => {
    const version = await li.call(pullVersion, { params: { hash: street.hashes.questionnaire } });
    expect(version).toMatchObject({ hash: street.hashes.questionnaire, kind: 'questionnaire' });
    await expect(li.call(pullVersion, { params: { hash: 'f'.repeat(64) } })).rejects.toMatchObject({
      code: 'notFound',
    });
  });
});
