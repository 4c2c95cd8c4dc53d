import type { Db, Transaction } from '@huhudao/db';

/** Whoever works for the street or one of its communities is no independent assessor there. */
const localRoles = ['worker', 'buildingHead', 'teamLeader', 'communityOffice', 'streetOffice'];

export type Assessor = { id: string; name: string };

/** Who may assess a street: an assessor of it or of its district (`areaIds`) who has no part in it. */
export const listAssessors = (
  db: Db,
  streetId: string,
  areaIds: readonly string[],
  personId: string | null,
) => db<Assessor[]>`
  select p.id, p.name
  from person p
  where p.disabled_at is null and (${personId}::uuid is null or p.id = ${personId}::uuid)
    and exists (
      select 1 from role_grant g
      where g.person_id = p.id and g.role = 'assessor' and g.revoked_at is null
        and g.area_id = any(${db.array([...areaIds])}::uuid[]))
    and not exists (
      select 1 from role_grant g join area a on a.id = g.area_id
      where g.person_id = p.id and g.revoked_at is null and g.role = any(${db.array(localRoles)}::text[])
        and a.within_street = ${streetId})
  order by p.name, p.id`;

/** The assessor's own team in each community of the round; it belongs to the round and is in nobody's list. */
export const insertAssessorTeams = async (
  tx: Transaction,
  streetId: string,
  round: { id: string; name: string; assessorId: string; communityIds: readonly string[] },
) => {
  await tx`
    insert into team (street_id, id, community_id, name, leader_id, round_id)
    select ${streetId}::uuid, gen_random_uuid(), c.id, ${round.name}, ${round.assessorId}::uuid, ${round.id}::uuid
    from unnest(${tx.array([...round.communityIds])}::uuid[]) as c (id)`;
  await tx`
    insert into round_team (street_id, round_id, team_id)
    select ${streetId}::uuid, ${round.id}::uuid, t.id
    from team t
    where t.street_id = ${streetId} and t.round_id = ${round.id}`;
};

export const markReleased = (
  tx: Transaction,
  streetId: string,
  roundId: string,
  at: string,
  changeNumber: number,
) => tx`
  update round set released_at = ${at}, change_number = ${changeNumber}
  where street_id = ${streetId} and id = ${roundId}`;
