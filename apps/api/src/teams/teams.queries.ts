import type { Db } from '@huhudao/db';

export type TeamRow = {
  id: string;
  communityId: string;
  name: string;
  leaderId: string;
  leaderName: string;
  members: { id: string; name: string }[];
};

export const listTeams = (db: Db, streetId: string, communityIds: readonly string[]) => db<TeamRow[]>`
  select t.id, t.community_id, t.name, t.leader_id, l.name as leader_name,
         coalesce(
           jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name, p.id) filter (where p.id is not null),
           '[]'::jsonb
         ) as members
  from team t
  join person l on l.id = t.leader_id
  left join team_member m on m.street_id = t.street_id and m.team_id = t.id
  left join person p on p.id = m.person_id
  where t.street_id = ${streetId} and t.community_id in ${db(communityIds)} and t.disbanded_at is null
    and t.round_id is null
  group by t.street_id, t.id, l.name
  order by t.name, t.id`;

export const insertTeam = (
  db: Db,
  team: { streetId: string; id: string; communityId: string; name: string; leaderId: string },
) => db`
  insert into team (street_id, id, community_id, name, leader_id)
  values (${team.streetId}, ${team.id}, ${team.communityId}, ${team.name}, ${team.leaderId})`;

export const updateTeam = (db: Db, streetId: string, id: string, name: string, leaderId: string) => db`
  update team set name = ${name}, leader_id = ${leaderId}
  where street_id = ${streetId} and id = ${id} and disbanded_at is null and round_id is null`;

export const replaceMembers = async (
  db: Db,
  streetId: string,
  teamId: string,
  personIds: readonly string[],
) => {
  await db`delete from team_member where street_id = ${streetId} and team_id = ${teamId}`;
  await db`
    insert into team_member (street_id, team_id, person_id)
    select ${streetId}::uuid, ${teamId}::uuid, person_id
    from unnest(${db.array([...personIds])}::uuid[]) as person_id
    on conflict do nothing`;
};

export const countOtherNames = (
  db: Db,
  streetId: string,
  communityId: string,
  name: string,
  exceptId: string,
) => db<{ count: number }[]>`
  select count(*)::int as count from team
  where street_id = ${streetId} and community_id = ${communityId} and name = ${name}
    and id <> ${exceptId} and disbanded_at is null and round_id is null`;

/** Of these people, those who hold one of the roles in an area of the list. */
export const listHolders = (
  db: Db,
  personIds: readonly string[],
  roles: readonly string[],
  areaIds: readonly string[],
) => db<{ personId: string }[]>`
  select distinct g.person_id
  from role_grant g
  join person p on p.id = g.person_id and p.disabled_at is null
  where g.person_id in ${db(personIds)} and g.role in ${db(roles)} and g.area_id in ${db(areaIds)}
    and g.revoked_at is null`;
