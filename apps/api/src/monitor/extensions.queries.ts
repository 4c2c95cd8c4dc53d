import type { Db, Transaction } from '@huhudao/db';
import type { RoundState } from '@huhudao/domain';
import type { RoundExtension } from '@huhudao/protocol';

export const findDeadline = (tx: Transaction, streetId: string, roundId: string) => tx<
  { state: RoundState; deadline: string; teamIds: string[] }[]
>`
  select r.state, r.deadline,
         array(
           select rt.team_id from round_team rt where rt.street_id = r.street_id and rt.round_id = r.id
         ) as team_ids
  from round r
  where r.street_id = ${streetId} and r.id = ${roundId}`;

export const setDeadline = (
  tx: Transaction,
  streetId: string,
  roundId: string,
  deadline: string,
  changeNumber: number,
) => tx`
  update round set deadline = ${deadline}, change_number = ${changeNumber}
  where street_id = ${streetId} and id = ${roundId}`;

export const insertExtension = (
  tx: Transaction,
  streetId: string,
  extension: { id: string; roundId: string; from: string; to: string; reason: string },
  by: { at: string; personId: string | null },
) => tx`
  insert into round_extension (street_id, id, round_id, from_day, to_day, reason, extended_at, extended_by)
  values (${streetId}, ${extension.id}, ${extension.roundId}, ${extension.from}, ${extension.to}, ${extension.reason},
          ${by.at}, ${by.personId})`;

export const listExtensions = (db: Db, streetId: string, roundId: string) => db<RoundExtension[]>`
  select e.id, e.from_day as "from", e.to_day as "to", e.reason, e.extended_at, p.name as by_name, e.undone_at
  from round_extension e
  join person p on p.id = e.extended_by
  where e.street_id = ${streetId} and e.round_id = ${roundId}
  order by e.extended_at desc, e.id desc`;

export const markUndone = (tx: Transaction, streetId: string, id: string, at: string) => tx`
  update round_extension set undone_at = ${at} where street_id = ${streetId} and id = ${id}`;

export const countPlansAfter = (tx: Transaction, streetId: string, roundId: string, day: string) => tx<
  { count: number }[]
>`
  select count(*)::int as count from plan
  where street_id = ${streetId} and round_id = ${roundId} and day > ${day} and cancelled_at is null
    and returned_at is null`;

/** Of these teams, those that take part in the round and are of the communities. */
export const listTakingPart = (
  tx: Transaction,
  streetId: string,
  roundId: string,
  teamIds: readonly string[],
  communityIds: readonly string[],
) => tx<{ id: string }[]>`
  select t.id
  from round_team rt
  join team t on t.street_id = rt.street_id and t.id = rt.team_id and t.disbanded_at is null
  where rt.street_id = ${streetId} and rt.round_id = ${roundId} and t.id = any(${tx.array([...teamIds])}::uuid[])
    and t.community_id = any(${tx.array([...communityIds])}::uuid[])`;
