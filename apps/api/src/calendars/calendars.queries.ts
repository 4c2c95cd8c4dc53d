import type { Db } from '@huhudao/db';
import type { Role } from '@huhudao/domain';
import type { Locale } from '@huhudao/protocol';

export const findStanding = (db: Db, personId: string) => db<{ createdAt: string }[]>`
  select created_at from calendar_feed where person_id = ${personId} and revoked_at is null`;

export const revokeFeed = (db: Db, personId: string, at: string) => db`
  update calendar_feed set revoked_at = ${at} where person_id = ${personId} and revoked_at is null`;

export const insertFeed = (
  db: Db,
  feed: { tokenHash: Uint8Array; personId: string; locale: Locale; at: string },
) => db`
  insert into calendar_feed (token_hash, person_id, locale, created_at)
  values (${feed.tokenHash}, ${feed.personId}, ${feed.locale}, ${feed.at})`;

export type FeedRow = { personId: string; locale: Locale; grants: { role: Role; areaId: string }[] };

/** Whose plans an address opens; nobody's once it was closed, or the person shut out. */
export const findFeed = (db: Db, tokenHash: Uint8Array) => db<FeedRow[]>`
  select f.person_id, f.locale,
         coalesce(
           jsonb_agg(jsonb_build_object('role', g.role, 'areaId', g.area_id)) filter (where g.id is not null),
           '[]'::jsonb
         ) as grants
  from calendar_feed f
  join person p on p.id = f.person_id
  left join role_grant g on g.person_id = f.person_id and g.revoked_at is null
  where f.token_hash = ${tokenHash} and f.revoked_at is null and p.disabled_at is null
  group by f.person_id, f.locale`;

export type PlannedRow = {
  id: string;
  day: string;
  from: string;
  until: string;
  createdAt: string;
  place: string;
  teamName: string;
  roundName: string;
  /** Doors of the stairwell that have no final outcome in the round. */
  doorsLeft: number;
};

/** What one person goes to in a street from a day on: with their team, or as the stairwell's building head. */
export const listPlanned = (db: Db, streetId: string, personId: string, since: string) => db<PlannedRow[]>`
  select p.id, p.day, p.starts_at as "from", p.ends_at as until, p.created_at,
         k.name || ' ' || b.label || ' ' || s.label as place, t.name as team_name, r.name as round_name,
         (
           select count(*)::int from assignment a
           where a.street_id = p.street_id and a.round_id = p.round_id and a.stairwell_id = p.stairwell_id
             and not a.settled
         ) as doors_left
  from plan p
  join round r on r.street_id = p.street_id and r.id = p.round_id
  join team t on t.street_id = p.street_id and t.id = p.team_id
  join stairwell s on s.street_id = p.street_id and s.id = p.stairwell_id
  join building b on b.street_id = s.street_id and b.id = s.building_id
  join compound k on k.street_id = b.street_id and k.id = b.compound_id
  where p.street_id = ${streetId} and p.cancelled_at is null and p.day >= ${since}
    and r.state = 'open' and r.assessor_id is null
    and (
      t.leader_id = ${personId}
      or exists (
        select 1 from team_member m
        where m.street_id = p.street_id and m.team_id = p.team_id and m.person_id = ${personId})
      or exists (
        select 1 from steward_term w
        where w.street_id = p.street_id and w.stairwell_id = p.stairwell_id and w.person_id = ${personId}
          and w.starts_on <= p.day and (w.ends_on is null or w.ends_on >= p.day))
    )
  order by p.day, p.starts_at, p.id`;
