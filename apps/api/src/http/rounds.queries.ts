import type { Db } from '@huhudao/db';

/** Of a round `r`: whether somebody may know that there is such a round. A resident, who is nobody here, was shown it. */
export const knownTo = (db: Db, personId: string | null) => db`
  (r.assessor_id is null or r.released_at is not null or ${personId}::uuid is null or r.assessor_id = ${personId})`;

/** Of a record `q` on hold: whether an assessor whose round is not released sent it; a sealed response names no sender. */
export const tellsOfUnreleased = (db: Db) => db`
  exists (
    select 1 from round r
    where r.street_id = q.street_id and r.assessor_id is not null and r.released_at is null
      and (r.assessor_id = q.person_id or q.person_id is null and r.id::text = q.body ->> 'roundId'))`;

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
