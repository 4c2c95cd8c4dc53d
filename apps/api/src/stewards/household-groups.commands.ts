import { dayOf } from '@huhudao/domain';
import { Problem } from '@huhudao/protocol';
import { streetCommand } from '../http/transaction.ts';
import * as queries from './household-groups.queries.ts';
import { findUnits, type Reach } from './units.queries.ts';

export type GroupInput = {
  id: string;
  stairwellId: string;
  name: string;
  householdIds: readonly string[];
  reach: Reach;
};

/** @throws Problem notFound where the doors are not all of that stairwell, groupNameTaken, householdGrouped */
export const formHouseholdGroup = streetCommand({
  action: 'householdGroup.formed',
  subject: ({ id, stairwellId, householdIds }: GroupInput) => ({
    groupId: id,
    stairwellId,
    households: householdIds.length,
  }),
  run: async ({ sql, streetId }, { id, stairwellId, name, householdIds, reach }) => {
    const [stairwell] = await findUnits(sql, reach, 'stairwell', [stairwellId]);
    const doors = await queries.listDoors(sql, streetId, stairwellId, householdIds);
    if (stairwell === undefined || doors.length < householdIds.length) throw new Problem('notFound');
    const [same] = await queries.listSameName(sql, streetId, stairwellId, name);
    if (same !== undefined) throw new Problem('groupNameTaken');
    const [grouped] = await queries.listGrouped(sql, streetId, householdIds);
    if (grouped !== undefined) throw new Problem('householdGrouped', grouped);
    await queries.insertGroup(sql, streetId, { id, stairwellId, name });
    await queries.insertMembers(sql, streetId, id, householdIds);
  },
});

export type DissolveInput = { groupId: string; reach: Reach };

/** Whoever looked after it is out of office. @throws Problem notFound */
export const dissolveHouseholdGroup = streetCommand({
  action: 'householdGroup.dissolved',
  subject: ({ groupId }: DissolveInput) => ({ groupId }),
  run: async ({ sql, streetId, at }, { groupId, reach }) => {
    const [group] = await findUnits(sql, reach, 'group', [groupId]);
    if (group === undefined) throw new Problem('notFound');
    await queries.endTerms(sql, streetId, groupId, dayOf(at));
    await queries.deleteMembers(sql, streetId, groupId);
    await queries.markDissolved(sql, streetId, groupId, at);
  },
});
