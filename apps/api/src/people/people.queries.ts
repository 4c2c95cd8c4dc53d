import type { Db } from '@huhudao/db';
import type { Role } from '@huhudao/domain';

export type NewPerson = {
  id: string;
  login: string;
  name: string;
  initials: string;
  phone: string | null;
  passwordHash: string;
  mustChangePassword: boolean;
};

/** No row comes back if the user name is taken. */
export const insertPerson = (db: Db, person: NewPerson, at: string, createdBy: string | null) => db<
  { id: string }[]
>`
  insert into person (id, login, name, initials, phone, password_hash, must_change_password, created_at, created_by)
  values (${person.id}, ${person.login}, ${person.name}, ${person.initials}, ${person.phone},
          ${person.passwordHash}, ${person.mustChangePassword}, ${at}, ${createdBy})
  on conflict (login) do nothing
  returning id`;

export const insertGrant = (
  db: Db,
  grant: { id: string; personId: string; role: Role; areaId: string; grantedBy: string | null; at: string },
) => db`
  insert into role_grant (id, person_id, role, area_id, granted_by, granted_at)
  values (${grant.id}, ${grant.personId}, ${grant.role}, ${grant.areaId}, ${grant.grantedBy}, ${grant.at})
  on conflict do nothing`;
