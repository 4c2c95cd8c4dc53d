import type { Db } from '@huhudao/db';

export type QuarantinedRow = {
  id: string;
  kind: string | null;
  problemCode: string;
  personName: string | null;
  deviceName: string | null;
  receivedAt: string;
};

export const listQuarantine = (db: Db, streetId: string) => db<QuarantinedRow[]>`
  select q.id, q.kind, q.problem_code, p.name as person_name, d.name as device_name, q.received_at
  from quarantine q
  left join person p on p.id = q.person_id
  left join device d on d.id = q.device_id
  where q.street_id = ${streetId} and q.resolved_at is null
  order by q.received_at, q.id
  limit 500`;

export const markSettled = (db: Db, streetId: string, id: string, at: string, by: string | null) => db`
  update quarantine set resolved_at = ${at}, resolved_by = ${by}
  where street_id = ${streetId} and id = ${id} and resolved_at is null`;
