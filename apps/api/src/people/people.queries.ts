import type { Db, Transaction } from '@huhudao/db';
import type { AreaKind, Role } from '@huhudao/domain';

export type GrantRow = {
  id: string;
  role: Role;
  areaId: string;
  areaName: string;
  areaKind: AreaKind;
  streetId: string | null;
};

export type PersonRow = {
  id: string;
  login: string;
  name: string;
  phone: string | null;
  disabled: boolean;
  locked: boolean;
  grants: GrantRow[];
};

const personColumns = (db: Db, reach: readonly string[], now: string) => db`
  p.id, p.login, p.name, p.phone, p.disabled_at is not null as disabled,
  coalesce(p.locked_until > ${now}, false) as locked,
  coalesce((
    select jsonb_agg(
      jsonb_build_object('id', g.id, 'role', g.role, 'areaId', g.area_id, 'areaName', a.name, 'areaKind', a.kind,
                         'streetId', a.within_street)
      order by g.role, a.name, g.id)
    from role_grant g
    join area a on a.id = g.area_id
    where g.person_id = p.id and g.revoked_at is null and g.area_id = any(${db.array([...reach])}::uuid[])
  ), '[]'::jsonb) as grants`;

export type PeopleFilter = {
  /** Every area the caller reaches; only grants in these are looked at and shown. */
  reach: readonly string[];
  /** Of these, the ones that were asked for. */
  wanted: readonly string[];
  role: Role | null;
  search: string;
  /** Also those who hold no role (any more). */
  withoutRole: boolean;
  offset: number;
  limit: number;
  now: string;
};

/** `search` is found in the name, the user name and the pinyin initials. */
const matching = (db: Db, filter: PeopleFilter) => db`
  (
      exists (
        select 1 from role_grant g
        where g.person_id = p.id and g.revoked_at is null and g.area_id = any(${db.array([...filter.wanted])}::uuid[])
          and (${filter.role}::text is null or g.role = ${filter.role})
      )
      or (${filter.withoutRole} and not exists (
        select 1 from role_grant g where g.person_id = p.id and g.revoked_at is null
      ))
    )
    and (strpos(lower(p.name), ${filter.search}) > 0 or strpos(p.login, ${filter.search}) > 0
      or strpos(p.initials, ${filter.search}) > 0)`;

export const countPeople = (db: Db, filter: PeopleFilter) => db<{ count: number }[]>`
  select count(*)::int as count from person p where ${matching(db, filter)}`;

export const listPeople = (db: Db, filter: PeopleFilter) => db<PersonRow[]>`
  select ${personColumns(db, filter.reach, filter.now)}
  from person p
  where ${matching(db, filter)}
  order by p.name, p.id
  offset ${filter.offset} limit ${filter.limit}`;

export const findPerson = (db: Db, id: string, reach: readonly string[], now: string) => db<PersonRow[]>`
  select ${personColumns(db, reach, now)} from person p where p.id = ${id}`;

export const lockPerson = (tx: Transaction, id: string) => tx<{ login: string }[]>`
  select login from person where id = ${id} for no key update`;

export const listCurrentGrants = (db: Db, personId: string) => db<
  { id: string; role: Role; areaId: string }[]
>`
  select id, role, area_id from role_grant where person_id = ${personId} and revoked_at is null`;

export type NewPersonRow = {
  id: string;
  login: string;
  name: string;
  initials: string;
  phone: string | null;
  passwordHash: string;
  mustChangePassword: boolean;
};

/** No row comes back if the user name is taken. */
export const insertPerson = (db: Db, person: NewPersonRow, at: string, createdBy: string | null) => db<
  { id: string }[]
>`
  insert into person (id, login, name, initials, phone, password_hash, must_change_password, created_at, created_by)
  values (${person.id}, ${person.login}, ${person.name}, ${person.initials}, ${person.phone},
          ${person.passwordHash}, ${person.mustChangePassword}, ${at}, ${createdBy})
  on conflict (login) do nothing
  returning id`;

export const updateName = (db: Db, id: string, name: string, initials: string) => db`
  update person set name = ${name}, initials = ${initials} where id = ${id}`;

export const updatePhone = (db: Db, id: string, phone: string | null) => db`
  update person set phone = ${phone} where id = ${id}`;

export const updateDisabled = (db: Db, id: string, disabledAt: string | null) => db`
  update person set disabled_at = ${disabledAt} where id = ${id}`;

export const updateInitialPassword = (db: Db, id: string, passwordHash: string) => db`
  update person
  set password_hash = ${passwordHash}, must_change_password = true, failed_sign_ins = 0, locked_until = null
  where id = ${id}`;

export const insertGrant = (
  db: Db,
  grant: { id: string; personId: string; role: Role; areaId: string; grantedBy: string | null; at: string },
) => db`
  insert into role_grant (id, person_id, role, area_id, granted_by, granted_at)
  values (${grant.id}, ${grant.personId}, ${grant.role}, ${grant.areaId}, ${grant.grantedBy}, ${grant.at})
  on conflict do nothing`;

export const revokeGrant = (db: Db, id: string, at: string) => db`
  update role_grant set revoked_at = ${at} where id = ${id}`;

/** Those who can give everybody else their role: administrators of a district who can sign in. */
export const countAdministrators = (db: Db) => db<{ count: number }[]>`
  select count(distinct p.id)::integer as count
  from role_grant g
  join person p on p.id = g.person_id
  join area a on a.id = g.area_id
  where g.role = 'administrator' and g.revoked_at is null and p.disabled_at is null and a.kind = 'district'`;
