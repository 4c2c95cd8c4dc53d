import type { Db, Transaction } from '@huhudao/db';
import type { RevisitReason, RevisitState, Topic } from '@huhudao/domain';

/** Which revisits somebody may see: those of the communities, or of one grid of them. */
export type Reach = {
  streetId: string;
  communityIds: readonly string[];
  gridId: string | null;
  viewerId: string;
  /** Reasons are for the street office: others neither see, nor search, nor order by them. */
  seesReasons: boolean;
};

export type RevisitFilter = {
  states: readonly RevisitState[];
  reason: RevisitReason | null;
  /** Lower case; each must be found in the door's address, or in a resident's name or initials. */
  words: readonly string[];
};

export type RevisitRow = {
  id: string;
  householdId: string;
  address: string;
  communityId: string;
  communityName: string;
  reason: RevisitReason;
  ruleId: string | null;
  ruleVersion: number | null;
  state: RevisitState;
  dueOn: string;
  ownerId: string | null;
  ownerName: string | null;
  topics: Topic[];
  note: string | null;
  plannedOn: string | null;
  cause: string | null;
  explanation: string | null;
  promise: string | null;
  raisedAt: string;
  raisedBy: string | null;
  resolvedAt: string | null;
};

const joined = (db: Db) => db`
  revisit v
  join household h on h.street_id = v.street_id and h.id = v.household_id
  join stairwell s on s.street_id = h.street_id and s.id = h.stairwell_id
  join building b on b.street_id = s.street_id and b.id = s.building_id
  join compound k on k.street_id = b.street_id and k.id = b.compound_id
  join area c on c.id = v.community_id
  left join round r on r.street_id = v.street_id and r.id = v.round_id`;

/** What an assessor's round has raised tells of its answers: nobody sees it before the round is released. */
const within = (db: Db, { streetId, communityIds, gridId, viewerId }: Reach) => db`
  v.street_id = ${streetId} and v.community_id = any(${db.array([...communityIds])}::uuid[])
  and (${gridId}::uuid is null or b.grid_id = ${gridId}::uuid)
  and (r.id is null or r.assessor_id is null or r.released_at is not null or r.assessor_id = ${viewerId})`;

const matching = (db: Db, { states, reason, words }: RevisitFilter) => db`
  v.state = any(${db.array([...states])}::text[]) and (${reason}::text is null or v.reason = ${reason}::text)
  and not exists (
    select 1 from unnest(${db.array([...words])}::text[]) as word
    where strpos(lower(c.name || k.name || b.label || s.label || h.room), word) = 0
      and not exists (
        select 1 from resident p
        where p.street_id = h.street_id and p.household_id = h.id
          and (strpos(lower(p.name), word) > 0 or strpos(p.initials, word) > 0)))`;

const columns = (db: Db) => db`
  v.id, v.household_id, k.name || ' ' || b.label || ' ' || s.label || ' ' || h.room as address, v.community_id,
  c.name as community_name, v.reason, v.rule_id, v.rule_version, v.state, v.due_on, v.owner_id, o.name as owner_name,
  v.topics, v.note, v.planned_on, v.cause, v.explanation, v.promise, v.raised_at, v.raised_by, v.resolved_at`;

export const countRevisits = (db: Db, reach: Reach, filter: RevisitFilter) => db<{ count: number }[]>`
  select count(*)::int as count from ${joined(db)} where ${within(db, reach)} and ${matching(db, filter)}`;

/** What waits comes first, the most urgent before the rest; a rule's priority would betray its reason. */
export const listRevisits = (
  db: Db,
  reach: Reach,
  filter: RevisitFilter,
  page: { offset: number; limit: number },
) => db<RevisitRow[]>`
  select ${columns(db)}
  from ${joined(db)}
  left join person o on o.id = v.owner_id
  where ${within(db, reach)} and ${matching(db, filter)}
  order by v.resolved_at desc nulls first, v.due_on, case when ${reach.seesReasons} then v.priority end, v.id
  offset ${page.offset} limit ${page.limit}`;

export const findRevisit = (db: Db, reach: Reach, id: string) => db<RevisitRow[]>`
  select ${columns(db)}
  from ${joined(db)}
  left join person o on o.id = v.owner_id
  where ${within(db, reach)} and v.id = ${id}`;

export const findHousehold = (db: Db, streetId: string, id: string) => db<
  { communityId: string; doNotContact: boolean }[]
>`
  select community_id, do_not_contact from household
  where street_id = ${streetId} and id = ${id} and removed_at is null`;

export type NewRevisit = {
  id: string;
  householdId: string;
  communityId: string;
  dueOn: string;
  priority: number;
  topics: readonly string[];
  note: string | null;
};

/** None where one raised by hand already waits for the household. */
export const insertManual = (
  tx: Transaction,
  streetId: string,
  revisit: NewRevisit,
  by: { at: string; personId: string | null; changeNumber: number },
) => tx<{ id: string }[]>`
  insert into revisit (
    street_id, id, household_id, community_id, reason, state, due_on, priority, topics, note, raised_at, raised_by,
    change_number)
  values (
    ${streetId}, ${revisit.id}, ${revisit.householdId}, ${revisit.communityId}, 'manual', 'open', ${revisit.dueOn},
    ${revisit.priority}, ${tx.array([...revisit.topics])}, ${revisit.note}, ${by.at}, ${by.personId},
    ${by.changeNumber})
  on conflict (street_id, household_id, reason) where state in ('open', 'planned', 'visited') do nothing
  returning id`;

export type RevisitChange = {
  state: RevisitState;
  ownerId: string | null;
  plannedOn: string | null;
  cause: string | null;
  explanation: string | null;
  promise: string | null;
  ended: boolean;
};

export const updateRevisit = (
  tx: Transaction,
  streetId: string,
  id: string,
  change: RevisitChange,
  by: { at: string; personId: string | null; changeNumber: number },
) => tx`
  update revisit
  set state = ${change.state}, owner_id = ${change.ownerId},
      former_owner_ids = case
        when owner_id is distinct from ${change.ownerId}::uuid
          then array_remove(array_append(former_owner_ids, owner_id), null)
        else former_owner_ids
      end,
      planned_on = ${change.plannedOn}, cause = ${change.cause},
      explanation = ${change.explanation}, promise = ${change.promise},
      resolved_at = case when ${change.ended} then ${by.at}::timestamptz end,
      resolved_by = case when ${change.ended} then ${by.personId}::uuid end,
      change_number = ${by.changeNumber}
  where street_id = ${streetId} and id = ${id}`;

/** Whether a person who works there may be given a revisit. */
export const countGrants = (
  db: Db,
  personId: string,
  roles: readonly string[],
  areaIds: readonly string[],
) => db<{ count: number }[]>`
  select count(*)::int as count
  from role_grant g join person p on p.id = g.person_id and p.disabled_at is null
  where g.person_id = ${personId} and g.role = any(${db.array([...roles])}::text[])
    and g.area_id = any(${db.array([...areaIds])}::uuid[]) and g.revoked_at is null`;
