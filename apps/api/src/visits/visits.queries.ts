import type { Db } from '@huhudao/db';
import type { CompletionMode, Outcome, Presence, Topic } from '@huhudao/domain';
import type { Definition } from '@huhudao/questionnaire';

/** Which visits somebody may read: those of the communities, or of one grid of them. */
export type Reach = {
  streetId: string;
  communityIds: readonly string[];
  gridId: string | null;
  viewerId: string;
};

export type LedgerFilter = {
  roundId: string | null;
  householdId: string | null;
  /** Asia/Shanghai dates, both included. */
  from: string | null;
  until: string | null;
  /** As it stands after corrections. */
  outcome: Outcome | null;
  /** Lower case; each must be found in the door's address, a visitor's name, or a resident's name or initials. */
  words: readonly string[];
};

export type VisitRow = {
  id: string;
  roundName: string;
  address: string;
  communityName: string;
  visitedOn: string;
  occurredAt: string;
  teamName: string | null;
  personName: string;
  companionNames: string[];
  present: Presence[];
  outcome: Outcome;
  completionMode: CompletionMode | null;
  formHash: string;
  formAnswers: Record<string, unknown>;
  topics: Topic[];
  parallel: boolean;
  reassigned: boolean;
  skewDoubtful: boolean;
  amendments: { at: string; personName: string; reason: string }[];
};

type Condition = ReturnType<typeof standingOutcome>;

const ifGiven = (db: Db, value: unknown, condition: () => Condition) =>
  value === null ? db`` : db`and ${condition()}`;

const inGrid = (db: Db, gridId: string | null) => db`exists (
  select 1 from stairwell s join building b on b.street_id = s.street_id and b.id = s.building_id
  where s.street_id = v.street_id and s.id = v.stairwell_id and b.grid_id = ${gridId})`;

const standingOutcome = (db: Db) => db`coalesce((
  select m.outcome from visit_amendment m
  where m.street_id = v.street_id and m.visit_id = v.id and m.outcome is not null
  order by m.received_at desc, m.id desc
  limit 1
), v.outcome)`;

const foundBy = (db: Db, words: readonly string[]) => db`not exists (
  select 1
  from unnest(${db.array([...words])}::text[]) as word
  join household h on h.street_id = v.street_id and h.id = v.household_id
  join stairwell s on s.street_id = h.street_id and s.id = h.stairwell_id
  join building b on b.street_id = s.street_id and b.id = s.building_id
  join compound k on k.street_id = b.street_id and k.id = b.compound_id
  join area c on c.id = v.community_id
  join person p on p.id = v.person_id
  where strpos(lower(c.name || k.name || b.label || s.label || h.room || p.name), word) = 0
    and strpos(p.initials, word) = 0
    and not exists (
      select 1 from resident n
      where n.street_id = h.street_id and n.household_id = h.id
        and (strpos(lower(n.name), word) > 0 or strpos(n.initials, word) > 0)))`;

/** Only what is asked is looked at: a ledger is thousands of rows, and most readers ask for its first page. */
const wanted = (db: Db, { streetId, communityIds, gridId, viewerId }: Reach, filter: LedgerFilter) => db`
  from visit v
  join round r on r.street_id = v.street_id and r.id = v.round_id
    and (r.assessor_id is null or r.released_at is not null or r.assessor_id = ${viewerId})
  where v.street_id = ${streetId} and v.community_id = any(${db.array([...communityIds])}::uuid[])
    ${ifGiven(db, filter.roundId, () => db`v.round_id = ${filter.roundId}`)}
    ${ifGiven(db, filter.householdId, () => db`v.household_id = ${filter.householdId}`)}
    ${ifGiven(db, filter.from, () => db`v.visited_on >= ${filter.from}`)}
    ${ifGiven(db, filter.until, () => db`v.visited_on <= ${filter.until}`)}
    ${ifGiven(db, filter.outcome, () => db`${standingOutcome(db)} = ${filter.outcome}`)}
    ${ifGiven(db, gridId, () => inGrid(db, gridId))}
    ${ifGiven(db, filter.words.length === 0 ? null : filter.words, () => foundBy(db, filter.words))}`;

export const countVisits = (db: Db, reach: Reach, filter: LedgerFilter) => db<{ count: number }[]>`
  select count(*)::int as count ${wanted(db, reach, filter)}`;

/** What corrections have made of a visit: of each field the last that was given, and who gave it why. */
const corrections = (db: Db) => db`
  select (array_agg(m.outcome order by m.received_at desc, m.id desc) filter (where m.outcome is not null))[1] as outcome,
         (array_agg(m.form_answers order by m.received_at desc, m.id desc)
           filter (where m.form_answers is not null))[1] as form_answers,
         (array_agg(to_jsonb(m.topics) order by m.received_at desc, m.id desc)
           filter (where m.topics is not null))[1] as topics,
         jsonb_agg(jsonb_build_object(
           'at', to_char(m.received_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'personName', q.name, 'reason', m.reason)
           order by m.received_at, m.id) as amendments
  from visit_amendment m
  join person q on q.id = m.person_id
  where m.street_id = v.street_id and m.visit_id = v.id`;

/** The latest first. */
export const listVisits = (
  db: Db,
  reach: Reach,
  filter: LedgerFilter,
  page: { offset: number; limit: number },
) => db<VisitRow[]>`
  with page as materialized (
    select v.id
    ${wanted(db, reach, filter)}
    order by v.visited_on desc, v.occurred_at desc, v.id desc
    offset ${page.offset} limit ${page.limit}
  )
  select v.id, r.name as round_name, k.name || ' ' || b.label || ' ' || s.label || ' ' || h.room as address,
         c.name as community_name, v.visited_on, v.occurred_at, t.name as team_name, p.name as person_name,
         array(
           select o.name
           from unnest(v.companions) with ordinality as e (id, place)
           join person o on o.id = e.id
           order by e.place
         ) as companion_names,
         v.present, coalesce(a.outcome, v.outcome) as outcome, v.completion_mode, v.form_hash,
         coalesce(a.form_answers, v.form_answers) as form_answers, coalesce(a.topics, to_jsonb(v.topics)) as topics,
         v.parallel, v.reassigned, v.skew_doubtful, coalesce(a.amendments, '[]'::jsonb) as amendments
  from page
  join visit v on v.street_id = ${reach.streetId} and v.id = page.id
  join round r on r.street_id = v.street_id and r.id = v.round_id
  join household h on h.street_id = v.street_id and h.id = v.household_id
  join stairwell s on s.street_id = h.street_id and s.id = h.stairwell_id
  join building b on b.street_id = s.street_id and b.id = s.building_id
  join compound k on k.street_id = b.street_id and k.id = b.compound_id
  join area c on c.id = v.community_id
  join person p on p.id = v.person_id
  left join team t on t.street_id = v.street_id and t.id = v.team_id
  left join lateral (${corrections(db)}) a on true
  order by v.visited_on desc, v.occurred_at desc, v.id desc`;

/** The visit form of a round whose visits this reader may see. */
export const findForm = (db: Db, { streetId, communityIds, viewerId }: Reach, roundId: string) => db<
  { hash: string }[]
>`
  select r.visit_form_hash as hash
  from round r
  where r.street_id = ${streetId} and r.id = ${roundId}
    and (r.assessor_id is null or r.released_at is not null or r.assessor_id = ${viewerId})
    and r.scope -> 'communityIds' ?| ${db.array([...communityIds])}::text[]`;

export const listForms = (db: Db, hashes: readonly string[]) => db<
  { hash: string; definition: Definition }[]
>`
  select hash, definition from questionnaire_version where hash = any(${db.array([...hashes])}::text[])`;
