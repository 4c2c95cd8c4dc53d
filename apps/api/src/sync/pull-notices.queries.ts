import type { Transaction } from '@huhudao/db';
import type { PullResponse } from '@huhudao/protocol';
import { noticePlace, placesOfNotice } from '../http/notices.queries.ts';
import { knownTo } from '../http/rounds.queries.ts';

/** As many as anybody reads again: they come whole with every pull, since they are read in the office as well. */
const most = 50;

/** A person's own, the latest first. None tells of a round that they may not know of, also when it was made before. */
export const listOwnNotices = (tx: Transaction, streetId: string, personId: string) => tx<
  PullResponse['notices']
>`
  select n.id, n.kind, n.made_at, w.read_at is not null as read, n.round_id, r.name as round_name,
         t.name as team_name, ${noticePlace(tx)} as place, n.facts
  from notice_recipient w
  join notice n on n.street_id = w.street_id and n.id = w.notice_id
  left join round r on r.street_id = n.street_id and r.id = n.round_id
  left join team t on t.street_id = w.street_id and t.id = w.team_id
  ${placesOfNotice(tx)}
  where w.street_id = ${streetId} and w.person_id = ${personId} and ${knownTo(tx, personId)}
  order by w.notice_id desc
  limit ${most}`;
