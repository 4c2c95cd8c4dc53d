import type { Db } from '@huhudao/db';

export type DeviceRow = {
  id: string;
  name: string;
  registeredAt: string;
  lastSeenAt: string | null;
  lastPersonName: string | null;
  unsent: number | null;
  oldestUnsentAt: string | null;
  revokedAt: string | null;
  lost: number;
  lostReportedAt: string | null;
};

/** Tablets on which somebody with a role in one of the areas has signed in, the last seen first; one of them if `id` is given. */
export const listDevices = (db: Db, areaIds: readonly string[], id: string | null) => db<DeviceRow[]>`
  select d.id, d.name, d.registered_at, d.last_seen_at, last_person.name as last_person_name, d.unsent,
         d.oldest_unsent_at, d.revoked_at, losses.lost, losses.reported_at as lost_reported_at
  from device d
  cross join lateral (
    select count(*)::int as lost, max(l.reported_at) as reported_at from device_loss l where l.device_id = d.id
  ) losses
  left join lateral (
    select p.name
    from device_credential c
    join person p on p.id = c.person_id
    where c.device_id = d.id
    order by c.seen_at desc
    limit 1
  ) last_person on true
  where (${id}::uuid is null or d.id = ${id}::uuid)
    and exists (
      select 1 from role_grant g
      where g.area_id = any(${db.array([...areaIds])}::uuid[])
        and (g.person_id = d.registered_by
          or g.person_id in (select c.person_id from device_credential c where c.device_id = d.id))
    )
  order by d.last_seen_at desc nulls last, d.registered_at desc, d.id`;

/**
 * Photos that issues from tablets name, taken or on hold, and that have neither arrived nor been refused; of tablets
 * without any there is no row.
 */
export const countPhotosToCome = (db: Db, streetIds: readonly string[]) => db<
  { deviceId: string; count: number }[]
>`
  with named as (
    select x.street_id, i.device_id, x.digest
    from issue_photo x
    join issue i on i.street_id = x.street_id and i.id = x.issue_id
    where x.street_id = any(${db.array([...streetIds])}::uuid[]) and i.device_id is not null
    union
    select q.street_id, q.device_id, p.photo ->> 'digest'
    from quarantine q
    cross join lateral jsonb_array_elements(
      case when jsonb_typeof(q.body #> '{payload,photos}') = 'array' then q.body #> '{payload,photos}' else '[]' end
    ) as p (photo)
    where q.street_id = any(${db.array([...streetIds])}::uuid[]) and q.kind = 'reportIssue' and q.device_id is not null
      and q.resolved_at is null
  )
  select n.device_id, count(*)::int as count
  from named n
  left join photo f on f.street_id = n.street_id and f.digest = n.digest
  where f.confirmed_at is null and f.refused_code is null
  group by n.device_id`;

/** Which of these records have arrived in one of the streets, taken or on hold. */
export const listArrived = (db: Db, streetIds: readonly string[], ids: readonly string[]) => db<
  { id: string }[]
>`
  select c.id from mutation_claim c
  where c.street_id = any(${db.array([...streetIds])}::uuid[]) and c.id = any(${db.array([...ids])}::uuid[])
  union
  select q.mutation_id from quarantine q
  where q.street_id = any(${db.array([...streetIds])}::uuid[]) and q.mutation_id = any(${db.array([...ids])}::uuid[])`;

/** Reported again it is the same loss. */
export const insertLost = (
  db: Db,
  ids: readonly string[],
  by: { deviceId: string; personId: string; at: string },
) => db`
  insert into device_loss (record_id, device_id, person_id, reported_at)
  select l.id, ${by.deviceId}::uuid, ${by.personId}::uuid, ${by.at}::timestamptz
  from unnest(${db.array([...ids])}::uuid[]) as l (id)
  on conflict (record_id) do nothing`;

/** A tablet that was revoked before stays revoked since then. */
export const markRevoked = (db: Db, id: string, at: string, by: string | null) => db`
  update device set revoked_at = ${at}, revoked_by = ${by} where id = ${id} and revoked_at is null`;
