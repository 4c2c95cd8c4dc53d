import type { Db, Transaction } from '@huhudao/db';
import { tellsOfUnreleased } from '../http/rounds.queries.ts';

export type QuarantinedRow = {
  id: string;
  kind: string | null;
  problemCode: string;
  personName: string | null;
  deviceName: string | null;
  receivedAt: string;
  door: string | null;
  handedOverAt: string | null;
  note: string | null;
  /** Of an issue: how many photos it names, and how many of them are here. */
  photos: { named: number; arrived: number };
};

/** What somebody has handed over comes first. A body is whatever a tablet sent: its door is looked up only where it is an id. */
export const listQuarantine = (db: Db, streetId: string) => db<QuarantinedRow[]>`
  with waiting as (
    select q.id, q.kind, q.problem_code, q.person_id, q.device_id, q.received_at, q.handed_over_at, q.note,
           case when q.body #>> '{payload,householdId}' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
             then (q.body #>> '{payload,householdId}')::uuid end as household_id,
           case when q.kind = 'reportIssue' and jsonb_typeof(q.body #> '{payload,photos}') = 'array'
             then q.body #> '{payload,photos}' else '[]' end as photos
    from quarantine q
    where q.street_id = ${streetId} and q.resolved_at is null and not ${tellsOfUnreleased(db)}
    order by q.handed_over_at is null, q.received_at, q.id
    limit 500
  )
  select w.id, w.kind, w.problem_code, p.name as person_name, d.name as device_name, w.received_at,
         k.name || ' ' || b.label || s.label || ' ' || h.room as door, w.handed_over_at, nullif(w.note, '') as note,
         (
           select jsonb_build_object('named', count(distinct n.photo ->> 'digest')::int,
                                     'arrived', count(distinct f.digest)::int)
           from jsonb_array_elements(w.photos) as n (photo)
           left join photo f
             on f.street_id = ${streetId} and f.digest = n.photo ->> 'digest' and f.confirmed_at is not null
         ) as photos
  from waiting w
  left join person p on p.id = w.person_id
  left join device d on d.id = w.device_id
  left join household h on h.street_id = ${streetId} and h.id = w.household_id
  left join stairwell s on s.street_id = h.street_id and s.id = h.stairwell_id
  left join building b on b.street_id = s.street_id and b.id = s.building_id
  left join compound k on k.street_id = b.street_id and k.id = b.compound_id
  order by w.handed_over_at is null, w.received_at, w.id`;

export type HandedOver = {
  id: string;
  recordId: string;
  kind: string | null;
  problemCode: string;
  note: string | null;
  body: unknown;
};

/** Notes that records were handed over; those the street does not hold are kept now. One that was dealt with waits again. */
export const handOver = (
  tx: Transaction,
  streetId: string,
  rows: HandedOver[],
  by: { personId: string | null; deviceId: string | null; at: string },
) => tx`
  insert into quarantine (
    street_id, id, mutation_id, kind, problem_code, body, person_id, device_id, received_at, handed_over_at, note)
  select ${streetId}::uuid, r.id, r."recordId", r.kind, r."problemCode", r.body, ${by.personId}::uuid,
         ${by.deviceId}::uuid, ${by.at}::timestamptz, ${by.at}::timestamptz, r.note
  from jsonb_to_recordset(${tx.json(rows as never)})
    as r (id uuid, "recordId" uuid, kind text, "problemCode" text, body jsonb, note text)
  on conflict (street_id, mutation_id, problem_code) do update
  set handed_over_at = excluded.handed_over_at, note = excluded.note, resolved_at = null, resolved_by = null`;

export const markSettled = (db: Db, streetId: string, id: string, at: string, by: string | null) => db`
  update quarantine q set resolved_at = ${at}, resolved_by = ${by}
  where q.street_id = ${streetId} and q.id = ${id} and q.resolved_at is null and not ${tellsOfUnreleased(db)}`;
