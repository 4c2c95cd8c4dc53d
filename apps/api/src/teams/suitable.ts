import { Problem } from '@huhudao/protocol';
import type { StreetTx } from '../http/transaction.ts';
import { listHolders } from './teams.queries.ts';

/** A leader is street or community staff; anybody who visits, and the building head, may come along. */
export const leaderRoles = ['teamLeader', 'communityOffice', 'streetOffice', 'assessor'];
export const memberRoles = [...leaderRoles, 'worker', 'buildingHead'];
/** Whoever may be given a revisit. */
export const ownerRoles = ['worker', 'teamLeader', 'communityOffice', 'streetOffice'];

/** All of them hold one of the roles in one of the areas. @throws Problem personUnsuitable, naming the first who does not */
export async function checkSuitable(
  tx: StreetTx,
  personIds: readonly string[],
  roles: readonly string[],
  areaIds: readonly string[],
): Promise<void> {
  if (personIds.length === 0) return;
  const holders = new Set((await listHolders(tx.sql, personIds, roles, areaIds)).map((row) => row.personId));
  const unsuitable = personIds.find((personId) => !holders.has(personId));
  if (unsuitable !== undefined) throw new Problem('personUnsuitable', { personId: unsuitable });
}
