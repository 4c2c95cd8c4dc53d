import { dayOf } from '@huhudao/domain';
import { newId, Problem } from '@huhudao/protocol';
import { streetCommand } from '../http/transaction.ts';
import * as queries from './stewards.queries.ts';

export type Reach = { communityIds: readonly string[]; gridId: string | null };
export type AppointInput = {
  personId: string;
  stairwellIds: readonly string[];
  startsOn: string;
  reach: Reach;
};

/** @throws Problem notFound, personUnsuitable, stewardTaken */
export const appointSteward = streetCommand({
  action: 'steward.appointed',
  subject: ({ personId, stairwellIds }: AppointInput) => ({ personId, stairwellIds }),
  run: async ({ sql, streetId, deps }, { personId, stairwellIds, startsOn, reach }) => {
    const stairwells = await queries.listStairwells(sql, streetId, stairwellIds, reach);
    if (stairwells.length < stairwellIds.length) throw new Problem('notFound');
    const granted = await queries.listHeadAreas(sql, personId);
    const suits = ({ areaId }: { areaId: string }) =>
      granted.some((grant) => deps.areas.isWithin(areaId, grant.areaId));
    if (!stairwells.every(suits)) throw new Problem('personUnsuitable', { personId });
    const [taken] = await queries.listTaken(sql, streetId, stairwellIds);
    if (taken !== undefined) throw new Problem('stewardTaken', taken);
    const terms = stairwellIds.map((stairwellId) => ({ id: newId(), stairwellId }));
    await queries.insertTerms(sql, streetId, terms, personId, startsOn);
  },
});

export type EndInput = { stairwellId: string; reach: Reach };

/** Today is the last day of the term. @throws Problem notFound where there is none. */
export const endStewardTerm = streetCommand({
  action: 'steward.ended',
  subject: ({ stairwellId }: EndInput, { personId }: { personId: string }) => ({ stairwellId, personId }),
  run: async (tx, { stairwellId, reach }) => {
    const [stairwell] = await queries.listStairwells(tx.sql, tx.streetId, [stairwellId], reach);
    if (stairwell === undefined) throw new Problem('notFound');
    const [ended] = await queries.endTerm(tx.sql, tx.streetId, stairwellId, dayOf(tx.at));
    if (ended === undefined) throw new Problem('notFound');
    return ended;
  },
});
