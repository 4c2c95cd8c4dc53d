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
};

/** Tablets on which somebody with a role in one of the areas has signed in, the last seen first; one of them if `id` is given. */
export const listDevices = (db: Db, areaIds: readonly string[], id: string | null) => db<DeviceRow[]>`
  select d.id, d.name, d.registered_at, d.last_seen_at, last_person.name as last_person_name, d.unsent,
         d.oldest_unsent_at, d.revoked_at
  from device d
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

/** A tablet that was revoked before stays revoked since then. */
export const markRevoked = (db: Db, id: string, at: string, by: string | null) => db`
  update device set revoked_at = ${at}, revoked_by = ${by} where id = ${id} and revoked_at is null`;
