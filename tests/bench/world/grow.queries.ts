/** Years of visits and responses, made set-wise; what the product's own pushes would take hours for. */
import type { Db, Transaction } from '@huhudao/db';

/** The foreign keys hold by construction, and looking each of them up would take most of the time. */
export const trustForeignKeys = (tx: Transaction) => tx`set local session_replication_role = replica`;

export type Filling = {
  round: string;
  /** Doors of every street to be filled, its communities in turn: the first is number 1. */
  from: number;
  count: number;
  /** The visits are spread over four weeks that ended so many days ago. */
  daysAgo: number;
  /** Answers that people may have given. */
  pool: readonly Record<string, unknown>[];
} & Hashes;

type Hashes = { questionnaireHash: string; visitFormHash: string };

/** Assigns doors to the round's team, visits each once and records a response, with its claims and its counts. */
export const fillRound = (tx: Transaction, filling: Filling) => tx`
  with pool as (
    select (p.position - 1)::int as dice, p.answers
    from jsonb_array_elements(${tx.json([...filling.pool] as never)}) with ordinality p (answers, position)
  ), code as (
    select dice, '' as item, '' as code from pool
    union all
    select p.dice, a.key, e.value
    from pool p
    cross join lateral jsonb_each(p.answers) a
    cross join lateral jsonb_array_elements_text(
      case when jsonb_typeof(a.value) = 'array' then a.value else jsonb_build_array(a.value) end) e
  ), door as materialized (
    select r.street_id, r.id as round_id, rt.team_id, h.id as household_id, h.community_id, h.stairwell_id,
           uuidv7() as visit_id, uuidv7() as response_id, (h.number * 7919 % ${filling.pool.length}::int)::int as dice,
           h.number / 25 + 1 as change_number,
           now() - make_interval(days => ${filling.daysAgo} + (h.number % 28)::int) as at
    from round r
    join round_team rt on rt.street_id = r.street_id and rt.round_id = r.id
    cross join lateral (
      select d.id, d.community_id, d.stairwell_id, d.number
      from (select e.id, e.community_id, e.stairwell_id, row_number() over (order by e.place, e.community_id) as number
            from (select id, community_id, stairwell_id,
                         row_number() over (partition by community_id order by id) as place
                  from household where street_id = r.street_id) e) d
      where d.number between ${filling.from}::int and ${filling.from + filling.count - 1}::int
    ) h
    where r.name = ${filling.round}
  ), assigned as (
    insert into assignment (street_id, round_id, household_id, community_id, stairwell_id, team_id, attempts,
      latest_outcome, latest_at, outcome, settled, change_number)
    select street_id, round_id, household_id, community_id, stairwell_id, team_id, 1, 'partial', at, 'partial', true,
           change_number
    from door
  ), visited as (
    insert into visit (street_id, id, round_id, household_id, community_id, stairwell_id, team_id, person_id,
      companions, present, outcome, completion_mode, form_hash, form_answers, topics, device_sequence, device_time,
      skew_doubtful, received_at, occurred_at, visited_on, parallel, reassigned, change_number)
    select street_id, visit_id, round_id, household_id, community_id, stairwell_id, team_id,
           (select p.id from person p where p.login = 'visitor-1'), '{}', '{familyMember}', 'partial', 'handedOver',
           ${filling.visitFormHash}, '{"note": "晚上七点以后在家"}', '{rubbish}', 1, at, false, at, at,
           (at at time zone 'Asia/Shanghai')::date, false, false, change_number
    from door
  ), answered as (
    insert into response (street_id, id, round_id, household_id, community_id, version_hash, identity_mode,
      completion_mode, complete, counted, consented_at, received_at, answers)
    select d.street_id, d.response_id, d.round_id, d.household_id, d.community_id, ${filling.questionnaireHash},
           'confidential', 'handedOver', false, true, d.at, d.at, p.answers
    from door d join pool p on p.dice = d.dice
  ), claimed as (
    insert into mutation_claim (street_id, id, content_hash, result)
    select d.street_id, c.id, sha256(uuid_send(c.id)), 'accepted'
    from door d cross join lateral (values (d.visit_id), (d.response_id)) c (id)
  ), mixed as (
    select street_id, round_id, community_id, dice, count(*)::int as people from door group by 1, 2, 3, 4
  )
  insert into rollup (street_id, round_id, community_id, mode, item, code, count)
  select m.street_id, m.round_id, m.community_id, 'handedOver', c.item, c.code, sum(m.people)::int
  from mixed m join code c on c.dice = m.dice
  group by 1, 2, 3, 5, 6
  on conflict (street_id, round_id, community_id, mode, item, code)
  do update set count = rollup.count + excluded.count`;

/** No head stays behind the change numbers of what was filled in. */
export const advanceHeads = (tx: Transaction) => tx`
  update street_head set change_number = change_number + 1000`;

export const countResponses = (db: Db) =>
  db<{ count: number }[]>`select count(*)::int as count from response`;

/** How the rollups differ from a recount of the answers; no rows where they agree. */
export const listRollupDifferences = (db: Db) => db`
  with coded as (
    select r.street_id, r.round_id, r.community_id, r.completion_mode as mode, '' as item, '' as code
    from response r where r.counted
    union all
    select r.street_id, r.round_id, r.community_id, r.completion_mode, a.key, e.value
    from response r
    cross join lateral jsonb_each(r.answers) a
    cross join lateral jsonb_array_elements_text(
      case when jsonb_typeof(a.value) = 'array' then a.value else jsonb_build_array(a.value) end) e
    where r.counted
  ), recount as (
    select street_id, round_id, community_id, mode, item, code, count(*)::int as count
    from coded group by 1, 2, 3, 4, 5, 6
  )
  select street_id, round_id, community_id, mode, item, code, c.count as recounted, k.count as kept
  from recount c
  full join rollup k using (street_id, round_id, community_id, mode, item, code)
  where c.count is distinct from k.count
  limit 5`;
