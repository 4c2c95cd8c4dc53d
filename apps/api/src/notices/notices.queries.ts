import type { Db, Transaction } from '@huhudao/db';
import type { NoticeKind } from '@huhudao/domain';
import type { NoticeView } from '@huhudao/protocol';
import { isVisible, knownTo } from '../http/rounds.queries.ts';

export type NewNotice = {
  id: string;
  kind: NoticeKind;
  roundId: string | null;
  teamId: string | null;
  facts: NoticeView['facts'];
};

export const insertNotice = (
  tx: Transaction,
  streetId: string,
  notice: NewNotice,
  by: { at: string; personId: string | null },
) => tx`
  insert into notice (street_id, id, kind, round_id, team_id, facts, made_at, made_by)
  values (${streetId}, ${notice.id}, ${notice.kind}, ${notice.roundId}, ${notice.teamId}, ${tx.json(notice.facts)},
          ${by.at}, ${by.personId})`;

/** Leader and members; whoever did it is not told of it. */
export const insertTeamRecipients = (
  tx: Transaction,
  streetId: string,
  noticeId: string,
  teamId: string,
  exceptId: string | null,
) => tx`
  insert into notice_recipient (street_id, notice_id, person_id)
  select ${streetId}::uuid, ${noticeId}::uuid, w.person_id
  from (
    select t.leader_id as person_id from team t where t.street_id = ${streetId} and t.id = ${teamId}
    union
    select m.person_id from team_member m where m.street_id = ${streetId} and m.team_id = ${teamId}
  ) w
  join person p on p.id = w.person_id and p.disabled_at is null
  where w.person_id is distinct from ${exceptId}::uuid`;

/** People of the street's and the communities' offices who may see the round. */
export const insertOfficeRecipients = (
  tx: Transaction,
  streetId: string,
  noticeId: string,
  roundId: string,
  exceptId: string | null,
) => tx`
  insert into notice_recipient (street_id, notice_id, person_id)
  select distinct ${streetId}::uuid, ${noticeId}::uuid, g.person_id
  from round r
  join role_grant g on g.revoked_at is null and (
    g.role = 'streetOffice' and g.area_id = r.street_id
    or g.role = 'communityOffice' and r.scope -> 'communityIds' ? g.area_id::text)
  join person p on p.id = g.person_id and p.disabled_at is null
  where r.street_id = ${streetId} and r.id = ${roundId} and ${isVisible(tx)}
    and g.person_id is distinct from ${exceptId}::uuid`;

export type NoticeRow = NoticeView & { unread: number };

/** A person's own in some streets, the latest first. None tells of a round that they may not know of. */
export const listNotices = (db: Db, streetIds: readonly string[], personId: string) => db<NoticeRow[]>`
  select n.id, n.kind, n.made_at, w.read_at, n.round_id, r.name as round_name, t.name as team_name, n.facts,
         (count(*) filter (where w.read_at is null) over ())::int as unread
  from notice_recipient w
  join notice n on n.street_id = w.street_id and n.id = w.notice_id
  left join round r on r.street_id = n.street_id and r.id = n.round_id
  left join team t on t.street_id = n.street_id and t.id = n.team_id
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
