import type { Db, Transaction } from '@huhudao/db';
import type { Role, StewardLevel } from '@huhudao/domain';

/** Where a person holds one of the roles. */
export const listRoleAreas = (db: Db, personId: string, roles: readonly Role[]) => db<{ areaId: string }[]>`
  select g.area_id
  from role_grant g
  join person p on p.id = g.person_id and p.disabled_at is null
  where g.person_id = ${personId} and g.role = any(${db.array([...roles])}::text[]) and g.revoked_at is null`;

export type Span = { startsOn: string; endsOn: string | null };

/** Those of the units in which somebody is in office at some time of the span; `except` is a term that does not count. */
export const listTaken = (
  db: Db,
  streetId: string,
  unitIds: readonly string[],
  { startsOn, endsOn }: Span,
  except: string | null,
) => db<{ unitId: string }[]>`
  select unit_id from steward_term
  where street_id = ${streetId} and unit_id = any(${db.array([...unitIds])}::uuid[])
    and daterange(starts_on, ends_on, '[)') && daterange(${startsOn}::date, ${endsOn}::date, '[)')
    and (${except}::uuid is null or id <> ${except}::uuid)
  order by unit_id`;

type NewTerms = {
  level: StewardLevel;
  terms: readonly { id: string; unitId: string }[];
  personId: string;
  startsOn: string;
  phone: string | null;
};

export const insertTerms = (
  tx: Transaction,
  streetId: string,
  { level, terms, personId, startsOn, phone }: NewTerms,
) => tx`
  insert into steward_term
    (street_id, id, person_id, community_id, grid_id, building_id, stairwell_id, group_id, starts_on, phone)
  select ${streetId}::uuid, t.id, ${personId}::uuid,
         case when ${level} = 'area' then t."unitId" end, case when ${level} = 'grid' then t."unitId" end,
         case when ${level} = 'building' then t."unitId" end, case when ${level} = 'stairwell' then t."unitId" end,
         case when ${level} = 'group' then t."unitId" end, ${startsOn}::date, ${phone}::text
  from jsonb_to_recordset(${tx.json([...terms])}) as t (id uuid, "unitId" uuid)`;

/** The published number goes with the term, today or on whatever day before. */
export const updateEnd = (
  tx: Transaction,
  streetId: string,
  termId: string,
  endsOn: string | null,
  today: string,
) => tx`
  update steward_term
  set ends_on = ${endsOn}::date, phone = case when ${endsOn}::date <= ${today}::date then null else phone end
  where street_id = ${streetId} and id = ${termId}`;

export const updatePhone = (tx: Transaction, streetId: string, termId: string, phone: string | null) => tx`
  update steward_term set phone = ${phone} where street_id = ${streetId} and id = ${termId}`;
