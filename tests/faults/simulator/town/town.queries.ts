import type { Db } from '@huhudao/db';

/** Gives the doors of one stairwell to a team in a round. */
export const assignStairwell = (
  db: Db,
  row: { streetId: string; roundId: string; stairwellId: string; teamId: string },
) => db`
  insert into assignment (street_id, round_id, household_id, community_id, stairwell_id, team_id, change_number)
  select h.street_id, ${row.roundId}, h.id, h.community_id, h.stairwell_id, ${row.teamId}, 1
  from household h
  where h.street_id = ${row.streetId} and h.stairwell_id = ${row.stairwellId}`;

/** An open revisit at each of these doors, as an earlier round would have left it. */
export const insertRevisits = (
  db: Db,
  streetId: string,
  rows: { id: string; householdId: string; communityId: string }[],
  at: string,
) => db`
  insert into revisit (street_id, id, household_id, community_id, reason, state, due_on, priority, topics, raised_at,
    change_number)
  select ${streetId}::uuid, r.id, r."householdId", r."communityId", 'manual', 'open', ${at.slice(0, 10)}::date, 1,
         '{}', ${at}::timestamptz, 1
  from jsonb_to_recordset(${db.json(rows)}) as r (id uuid, "householdId" uuid, "communityId" uuid)`;
