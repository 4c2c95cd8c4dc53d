import type { Db } from '@huhudao/db';

/** Of a round `r`: whether a person is in or leads a team of it. */
export const takesPart = (db: Db, personId: string | null) => db`
  exists (
    select 1
    from round_team rt
    join team t on t.street_id = rt.street_id and t.id = rt.team_id
    where rt.street_id = r.street_id and rt.round_id = r.id
      and (t.leader_id = ${personId} or exists (
        select 1 from team_member m
        where m.street_id = t.street_id and m.team_id = t.id and m.person_id = ${personId})))`;

/** Of a round `r`: an assessor's stays unknown to everybody else until it is released. Every reading of rounds asks this. */
export const isVisible = (db: Db) => db`(r.assessor_id is null or r.released_at is not null)`;
