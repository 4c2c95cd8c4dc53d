import type { Db, Transaction } from '@huhudao/db';
import type { NoticeKind } from '@huhudao/domain';
import type { NoticeView } from '@huhudao/protocol';
import { noticePlace, placesOfNotice } from '../http/notices.queries.ts';
import { isVisible, knownTo } from '../http/rounds.queries.ts';

export type NewNotice = {
  id: string;
  kind: NoticeKind;
  cause: string;
  roundId: string | null;
  stairwellId: string | null;
  householdId: string | null;
  facts: NoticeView['facts'];
};

/** None where the cause was told of before. */
export const insertNotice = (
  tx: Transaction,
  streetId: string,
  notice: NewNotice,
  by: { at: string; personId: string | null },
) => tx`
  insert into notice (
    street_id, id, kind, cause, round_id, stairwell_id, household_id, facts, made_at, made_by)
  values (${streetId}, ${notice.id}, ${notice.kind}, ${notice.cause}, ${notice.roundId}, ${notice.stairwellId},
          ${notice.householdId}, ${tx.json(notice.facts)}, ${by.at}, ${by.personId})
  on conflict (street_id, cause) do nothing`;

export const deleteNotices = (tx: Transaction, streetId: string, causes: readonly string[]) => tx`
  delete from notice where street_id = ${streetId} and cause = any(${tx.array([...causes])}::text[])`;

/** The notice told, and who did what it tells of. */
type To = { streetId: string; noticeId: string; exceptId: string | null };

/** Of some people (`w.person_id`, and the team of which they are told): those who can still be told. */
const insertTold = (tx: Transaction, { streetId, noticeId, exceptId }: To, told: ReturnType<Db>) => tx`
  insert into notice_recipient (street_id, notice_id, person_id, team_id)
  select distinct on (w.person_id) ${streetId}::uuid, ${noticeId}::uuid, w.person_id, w.team_id
  from (${told}) w
  join person p on p.id = w.person_id and p.disabled_at is null
  where w.person_id is distinct from ${exceptId}::uuid
  on conflict (street_id, notice_id, person_id) do nothing`;

/** Leader and members, told of `about`. */
export const insertTeamRecipients = (tx: Transaction, to: To, teamId: string, about: string) =>
  insertTold(
    tx,
    to,
    tx`
    select t.leader_id as person_id, ${about}::uuid as team_id
    from team t where t.street_id = ${to.streetId} and t.id = ${teamId}
    union
    select m.person_id, ${about}::uuid
    from team_member m where m.street_id = ${to.streetId} and m.team_id = ${teamId}`,
  );

export const insertRecipients = (
  tx: Transaction,
  to: To,
  personIds: readonly string[],
  about: string | null,
) =>
  insertTold(
    tx,
    to,
    tx`
    select x.person_id, ${about}::uuid as team_id
    from unnest(${tx.array([...personIds])}::uuid[]) as x (person_id)`,
  );

/** People of the street's and the communities' offices who may see the round. */
export const insertOfficeRecipients = (tx: Transaction, to: To, roundId: string) =>
  insertTold(
    tx,
    to,
    tx`
    select g.person_id, null::uuid as team_id
    from round r
    join role_grant g on g.revoked_at is null and (
      g.role = 'streetOffice' and g.area_id = r.street_id
      or g.role = 'communityOffice' and r.scope -> 'communityIds' ? g.area_id::text)
    where r.street_id = ${to.streetId} and r.id = ${roundId} and ${isVisible(tx)}`,
  );

export type NoticeRow = NoticeView & { unread: number };

/** A person's own in some streets, the latest first. None tells of a round that they may not know of. */
export const listNotices = (db: Db, streetIds: readonly string[], personId: string) => db<NoticeRow[]>`
  select n.id, n.kind, n.made_at, w.read_at, n.round_id, r.name as round_name, t.name as team_name,
         ${noticePlace(db)} as place, n.facts, (count(*) filter (where w.read_at is null) over ())::int as unread
  from notice_recipient w
  join notice n on n.street_id = w.street_id and n.id = w.notice_id
  left join round r on r.street_id = n.street_id and r.id = n.round_id
  left join team t on t.street_id = w.street_id and t.id = w.team_id
  ${placesOfNotice(db)}
  where w.street_id = any(${db.array([...streetIds])}::uuid[]) and w.person_id = ${personId} and ${knownTo(db, personId)}
  order by n.made_at desc, n.id desc
  limit 100`;

export const markRead = (
  db: Db,
  personId: string,
  ids: readonly string[],
  streetIds: readonly string[],
  at: string,
) => db`
  update notice_recipient set read_at = ${at}
  where street_id = any(${db.array([...streetIds])}::uuid[]) and person_id = ${personId}
    and notice_id = any(${db.array([...ids])}::uuid[]) and read_at is null`;
