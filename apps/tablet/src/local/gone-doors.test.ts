import 'fake-indexeddb/auto';
import { newId, type PullResponse } from '@huhudao/protocol';
import { beforeEach, describe, expect, it } from 'vitest';
import { assigned, someHousehold, someRound, someStairwell } from '../testing/street.ts';
import { createStoreKey } from './envelope.ts';
import { forgetGoneDoors, readGoneDoors } from './gone-doors.store.ts';
import { PersonDatabase } from './person.database.ts';
import type { Team } from './reference.types.ts';
import { outboxStorage } from './storage.ts';
import { vaultOf } from './vault.ts';

const streetId = newId();
const epoch = newId();
const round = someRound();
const stairwell = someStairwell();
const zhang = someHousehold(stairwell, { room: '902' });
const wang = someHousehold(stairwell, { room: '901' });
const team = (name: string, mine: boolean): Team => ({
  id: newId(),
  communityId: stairwell.communityId,
  name,
  leaderId: newId(),
  roundIds: [round.id],
  members: [],
  mine,
});
const [ours, theirs] = [team('柳荫一组', true), team('柳荫二组', false)];
const mine = (household: typeof zhang) => ({ ...assigned(round, household), teamId: ours.id });
const moved = (household: typeof zhang) => ({ ...mine(household), teamId: theirs.id, gone: true });

let database: PersonDatabase;
let number: number;
let pull: (over: Partial<PullResponse>) => Promise<void>;
let told: () => Promise<string[]>;

beforeEach(async () => {
  database = new PersonDatabase(newId());
  number = 0;
  const vault = vaultOf(await createStoreKey());
  const storage = outboxStorage(database, vault);
  pull = async (over) => {
    number += 1;
    const serverTime = new Date(Date.parse('2026-11-20T08:00:00.000Z') + number * 60_000).toISOString();
    await storage.settle({ epoch, receivedAt: serverTime, records: [], anonymous: [] });
    const lists = {
      households: [],
      assignments: [],
      plans: [],
      busy: [],
      planning: null,
      revisits: [],
      issues: [],
      parallelVisits: [],
      notices: [],
    };
    const whole = { rounds: [round], teams: [ours, theirs], stairwells: [stairwell] };
    const at = { cursor: String(number), reset: number === 1, epoch, serverTime };
    await storage.applyPull(streetId, await storage.cursor(streetId), {
      ...lists,
      ...whole,
      ...at,
      ...over,
    });
  };
  told = async () =>
    (await readGoneDoors(database, vault, [])).map(({ place, teamName }) => `${place.room} ${teamName}`);
  await pull({ households: [zhang, wang], assignments: [mine(zhang), mine(wang)] });
});

describe('a door that goes to another team', () => {
  it('is told by its name and that of the team, once', async () => {
    expect(await told()).toEqual([]);
    await pull({ assignments: [moved(zhang)] });
    await pull({ assignments: [moved(zhang)] });
    expect(await told()).toEqual(['902 柳荫二组']);
  });

  it('is told when nothing of its stairwell is left on the tablet', async () => {
    await pull({ assignments: [moved(zhang), moved(wang)], stairwells: [] });
    expect((await told()).toSorted()).toEqual(['901 柳荫二组', '902 柳荫二组']);
  });

  it('is not told again once that was read, whatever is pulled anew', async () => {
    await pull({ assignments: [moved(zhang)] });
    await forgetGoneDoors(
      database,
      (await database.goneDoors.toArray()).map(({ id }) => id),
    );
    await pull({ assignments: [moved(zhang)] });
    await pull({ reset: true, households: [wang], assignments: [mine(wang)] });
    expect(await told()).toEqual([]);
  });

  it('is told where the tablet had to start over, although the office does not say to whom', async () => {
    await pull({ reset: true, households: [wang], assignments: [mine(wang)] });
    expect(await told()).toEqual(['902 null']);
  });

  it('is told no more once it has come back, and anew when it goes again', async () => {
    await pull({ assignments: [moved(zhang)] });
    await pull({ assignments: [mine(zhang)], households: [zhang] });
    expect(await told()).toEqual([]);
    await pull({ assignments: [moved(zhang)] });
    expect(await told()).toEqual(['902 柳荫二组']);
  });

  it('leaves nothing readable on the disk', async () => {
    await pull({ assignments: [moved(zhang)] });
    expect(JSON.stringify(await database.goneDoors.toArray())).not.toMatch(/"room"|柳荫/);
  });
});

describe('nothing is told', () => {
  it('of the doors of a round that has ended', async () => {
    await pull({ rounds: [], stairwells: [], reset: true });
    expect(await told()).toEqual([]);
  });

  it('of a door that a building head looks after and does not visit', async () => {
    const looked = { ...mine(zhang), teamId: theirs.id };
    await pull({ assignments: [looked], stairwells: [{ ...stairwell, mine: true }] });
    await forgetGoneDoors(
      database,
      (await database.goneDoors.toArray()).map(({ id }) => id),
    );
    await pull({ assignments: [{ ...looked, teamId: newId() }], stairwells: [{ ...stairwell, mine: true }] });
    expect(await told()).toEqual([]);
  });
});
