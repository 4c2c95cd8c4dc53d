import { describe, expect, it } from 'vitest';
import type { OpenWork } from '@huhudao/protocol';
import { isComplete, placesOf } from './replacement.ts';

const team = (teamId: string) => ({
  teamId,
  name: teamId,
  communityId: 'liuyin',
  leads: true,
  doors: 3,
  plans: 0,
});
const work: OpenWork = {
  personId: 'zhao',
  name: '赵',
  teams: [team('one'), team('two')],
  revisits: 0,
};

describe('handing over what somebody has in hand', () => {
  it('waits until it is known where every place goes', () => {
    const one = { one: { by: 'person' as const, id: 'chen' } };
    expect(isComplete(work, one)).toBe(false);
    expect(isComplete(work, { ...one, two: { by: 'team', id: null } })).toBe(false);
    const both = { ...one, two: { by: 'team' as const, id: 'three' } };
    expect(isComplete(work, both)).toBe(true);
    expect(placesOf(work, both)).toEqual([
      { teamId: 'one', by: 'person', personId: 'chen' },
      { teamId: 'two', by: 'team', otherTeamId: 'three' },
    ]);
  });

  it('has nothing to do where nothing is in hand', () => {
    expect(isComplete({ ...work, teams: [] }, {})).toBe(false);
    expect(isComplete({ ...work, teams: [], revisits: 1 }, {})).toBe(true);
  });
});
