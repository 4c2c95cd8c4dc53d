import { expect, it } from 'vitest';
import { caseOfList, communitiesOf, joined, sentCase, withoutDoor } from './draft-case.ts';

const door = (householdId: string, communityId: string) => ({
  ...{ householdId, communityId, address: householdId, visitable: true },
});
const listed = (number: string, sure: boolean, doors: ReturnType<typeof door>[]) =>
  caseOfList({ number, address: number, topic: null, reportedOn: null, sure, doors });

const known = listed('1', true, [door('a', 'liuyin')]);
const doubtful = listed('2', false, [door('b', 'nanqiao')]);

it('takes a door only where there is no doubt, and goes where doors are known', () => {
  expect(sentCase(known)).toMatchObject({ number: '1', householdId: 'a' });
  expect(sentCase(doubtful)).toMatchObject({ number: '2', householdId: null });
  expect(withoutDoor([known, doubtful])).toEqual([doubtful]);
  expect(communitiesOf([known, doubtful, { ...known, number: '3' }])).toEqual(['liuyin']);
});

it('keeps what was said of a case when its number comes in a further list', () => {
  const said = { ...doubtful, door: door('b', 'nanqiao') };
  expect(joined([said], [doubtful, known])).toEqual([said, known]);
});
