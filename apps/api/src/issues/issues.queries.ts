import type { Db } from '@huhudao/db';
import type { IssueCategory, IssueState, PhotoType } from '@huhudao/domain';

/** Which issues somebody may see: those of the communities, or of one grid of them. */
export type Reach = {
  streetIds: readonly string[];
  communityIds: readonly string[];
  gridId: string | null;
};

export type IssueFilter = {
  communityId: string | null;
  category: IssueCategory | null;
  state: IssueState | null;
};

export type IssueRow = {
  id: string;
  householdId: string;
  address: string;
  communityId: string;
  communityName: string;
  category: IssueCategory;
  note: string;
  mayNameDoor: boolean;
  state: IssueState;
  reportedOn: string;
  reportedAt: string;
  roundName: string | null;
  personName: string;
  photos: { digest: string; type: PhotoType; arrived: boolean; refused: string | null }[];
};

const within = (db: Db, { streetIds, communityIds, gridId }: Reach) => db`
  i.street_id = any(${db.array([...streetIds])}::uuid[])
  and i.community_id = any(${db.array([...communityIds])}::uuid[])
  and (${gridId}::uuid is null or exists (
    select 1
    from household d
    join stairwell w on w.street_id = d.street_id and w.id = d.stairwell_id
    join building g on g.street_id = w.street_id and g.id = w.building_id
    where d.street_id = i.street_id and d.id = i.household_id and g.grid_id = ${gridId}::uuid))`;

const matching = (db: Db, { communityId, category, state }: IssueFilter) => db`
  (${communityId}::uuid is null or i.community_id = ${communityId}::uuid)
  and (${category}::text is null or i.category = ${category}::text)
  and (${state}::text is null or i.state = ${state}::text)`;

export const countIssues = (db: Db, reach: Reach, filter: IssueFilter) => db<{ count: number }[]>`
  select count(*)::int as count from issue i where ${within(db, reach)} and ${matching(db, filter)}`;

/** The latest first. Of photos it says which have arrived; their bytes are read one by one. */
export const listIssues = (
  db: Db,
  reach: Reach,
  filter: IssueFilter,
  page: { offset: number; limit: number },
) => db<IssueRow[]>`
  select i.id, i.household_id, k.name || ' ' || b.label || ' ' || s.label || ' ' || h.room as address, i.community_id,
         c.name as community_name, i.category, i.note, i.may_name_door, i.state, i.reported_on, i.reported_at,
         r.name as round_name, p.name as person_name,
         (
           select coalesce(jsonb_agg(jsonb_build_object(
             'digest', x.digest, 'type', x.type, 'arrived', f.confirmed_at is not null,
             'refused', f.refused_code) order by x.position), '[]'::jsonb)
           from issue_photo x
           left join photo f on f.street_id = x.street_id and f.digest = x.digest
           where x.street_id = i.street_id and x.issue_id = i.id
         ) as photos
  from issue i
  join household h on h.street_id = i.street_id and h.id = i.household_id
  join stairwell s on s.street_id = h.street_id and s.id = h.stairwell_id
  join building b on b.street_id = s.street_id and b.id = s.building_id
  join compound k on k.street_id = b.street_id and k.id = b.compound_id
  join area c on c.id = i.community_id
  join person p on p.id = i.person_id
  left join round r on r.street_id = i.street_id and r.id = i.round_id
  where ${within(db, reach)} and ${matching(db, filter)}
  order by i.reported_at desc, i.id desc
  offset ${page.offset} limit ${page.limit}`;

/** A photo of an issue within reach, once all of it has arrived. */
export const findIssuePhoto = (db: Db, reach: Reach, issueId: string, digest: string) => db<
  { type: PhotoType; bytes: Uint8Array }[]
>`
  select f.type, (
    select string_agg(t.bytes, ''::bytea order by t.starts_at)
    from photo_part t
    where t.street_id = f.street_id and t.digest = f.digest
  ) as bytes
  from issue i
  join issue_photo x on x.street_id = i.street_id and x.issue_id = i.id and x.digest = ${digest}
  join photo f on f.street_id = x.street_id and f.digest = x.digest and f.confirmed_at is not null
  where ${within(db, reach)} and i.id = ${issueId}`;
