import type { Db } from '@huhudao/db';
import type { Occupancy } from '@huhudao/domain';
import type { Reach } from './households.queries.ts';

export type ProposalRow = { id: string; householdId: string; proposed: Occupancy; createdAt: string };

/** Proposals nobody has decided, oldest first. */
export const listProposals = (db: Db, { streetId, communityIds, gridId }: Reach) => db<ProposalRow[]>`
  select p.id, p.household_id, p.proposed, p.created_at
  from occupancy_proposal p
  join household h on h.street_id = p.street_id and h.id = p.household_id
  join stairwell s on s.street_id = h.street_id and s.id = h.stairwell_id
  join building b on b.street_id = s.street_id and b.id = s.building_id
  where p.street_id = ${streetId} and p.decided_at is null and h.removed_at is null
    and h.community_id = any(${db.array([...communityIds])}::uuid[])
    and (${gridId}::uuid is null or b.grid_id = ${gridId}::uuid)
  order by p.created_at, p.id`;

export const findProposal = (db: Db, streetId: string, id: string) => db<
  { householdId: string; proposed: Occupancy; decidedAt: string | null }[]
>`
  select household_id, proposed, decided_at
  from occupancy_proposal
  where street_id = ${streetId} and id = ${id}`;

export const markDecided = (
  db: Db,
  streetId: string,
  id: string,
  accepted: boolean,
  by: { at: string; personId: string | null },
) => db`
  update occupancy_proposal set decided_at = ${by.at}, decided_by = ${by.personId}, accepted = ${accepted}
  where street_id = ${streetId} and id = ${id}`;

/** Decides what waits for a household whose occupancy was set: accepted where it proposed the same. */
export const decideOpenProposal = (
  db: Db,
  streetId: string,
  householdId: string,
  occupancy: Occupancy,
  by: { at: string; personId: string | null },
) => db`
  update occupancy_proposal
  set decided_at = ${by.at}, decided_by = ${by.personId}, accepted = (proposed = ${occupancy})
  where street_id = ${streetId} and household_id = ${householdId} and decided_at is null`;
