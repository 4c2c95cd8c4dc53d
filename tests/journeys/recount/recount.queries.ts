/**
 * An independent recount: straight from visits and responses, in SQL, by the formulae of the specification. It looks
 * at no rollup, no release and no standing of an assignment, and shares no code with what it checks.
 */
import type { Sql } from '@huhudao/db';

/** Which round, and how an indicator is made of one question's codes. */
export type Counted = {
  roundId: string;
  item: string;
  favourable: readonly string[];
  base: readonly string[];
  /** Codes printed beside the rate and not counted in it. */
  beside: readonly string[];
};

export type RecountedRate = {
  communityId: string;
  n: number;
  value: number;
  beside: number;
  /** Wilson, 95%, on the effective sample size of a simple random sample without replacement. */
  lower: number;
  upper: number;
};

/** Two-sided 95% of the standard normal distribution. */
const z = 1.959963984540054;

/** What everybody who responded said to a question; null where they did not answer it. No door has two responses. */
const said = (sql: Sql, { roundId, item }: Counted) => sql`
  select community_id, answers ->> ${item} as code
  from response
  where round_id = ${roundId}
  union all
  select community_id, answers ->> ${item} as code
  from anonymous_response
  where round_id = ${roundId}`;

/** How many households a community has, and how many of its answers count as what. */
const sizesAndCounts = (sql: Sql, counted: Counted) => sql`
  said as (${said(sql, counted)}),
  sizes as (
    select community_id, count(*)::float8 as size
    from frame_entry
    where round_id = ${counted.roundId}
    group by community_id
  ), counts as (
    select community_id, count(*)::float8 as m,
           count(*) filter (where code = any(${[...counted.base]}))::float8 as n,
           count(*) filter (where code = any(${[...counted.favourable]}))::float8 as f,
           count(*) filter (where code = any(${[...counted.beside]}))::float8 as b
    from said
    group by community_id
  )`;

/** Rate, n and interval of each community. */
export const recountRates = (sql: Sql, counted: Counted) => sql<RecountedRate[]>`
  with ${sizesAndCounts(sql, counted)}, shares as (
    -- Effective size: p(1 − p)/v with v = (1 − m/N) m/(m − 1) p(1 − p)/n, capped at n.
    select community_id, n, f / n as p, b / n as beside, least(n, n * (m - 1) / (m * (1 - m / size))) as k
    from counts
    join sizes using (community_id)
  )
  select community_id, n::int, p as value, beside,
         (p * k + ${z}::float8 ^ 2 / 2 - ${z}::float8 * sqrt(p * (1 - p) * k + ${z}::float8 ^ 2 / 4)) / (k + ${z}::float8 ^ 2) as lower,
         (p * k + ${z}::float8 ^ 2 / 2 + ${z}::float8 * sqrt(p * (1 - p) * k + ${z}::float8 ^ 2 / 4)) / (k + ${z}::float8 ^ 2) as upper
  from shares`;

/** The street's share: every answer stands for N/m households of its community; to a tenth of a point. */
export const recountStreet = (sql: Sql, counted: Counted, sampled: boolean) => sql<
  { n: number; value: number; beside: number }[]
>`
  with ${sizesAndCounts(sql, counted)}, weighted as (
    select n, f, b, case when ${sampled} then size / m else 1 end as w
    from counts
    join sizes using (community_id)
  )
  select sum(n)::int as n, sum(w * f) / sum(w * n) as value, sum(w * b) / sum(w * n) as beside
  from weighted`;

/** Very satisfied, mean score and "cannot say", which are printed beside the satisfaction rate. */
export const recountSatisfaction = (sql: Sql, counted: Counted) => sql<
  { communityId: string; top: number; meanScore: number; dontKnow: number }[]
>`
  with said as (${said(sql, counted)}),
  scored as (
    select community_id, code,
           case code when 'verySatisfied' then 100 when 'satisfied' then 75 when 'basicallySatisfied' then 50
                     when 'notVerySatisfied' then 25 when 'dissatisfied' then 0 end as score
    from said
    where code is not null
  )
  select community_id,
         count(*) filter (where code = 'verySatisfied') / count(score)::float8 as top,
         avg(score)::float8 as mean_score,
         count(*) filter (where code = 'cannotSay') / count(*)::float8 as dont_know
  from scored
  group by community_id`;

/** Responses of each community, anonymous ones included. */
export const recountResponses = (sql: Sql, roundId: string) => sql<
  { communityId: string; responses: number }[]
>`
  select community_id, count(*)::int as responses
  from (
    select community_id from response where round_id = ${roundId}
    union all
    select community_id from anonymous_response where round_id = ${roundId}
  ) all_responses
  group by community_id`;

export type RecountedOutcomes = { communityId: string } & Record<
  'i' | 'p' | 'r' | 'nc' | 'o' | 'uh' | 'uo' | 'ne',
  number
>;

/**
 * Doors by AAPOR group, from the visits: the latest counts, but neither a completed response nor a hard refusal gives
 * way to a later visit at which nobody was met. A door never visited is of unknown eligibility.
 */
export const recountOutcomes = (sql: Sql, roundId: string) => sql<RecountedOutcomes[]>`
  with counting as (
    select distinct on (v.household_id) v.household_id, v.outcome
    from visit v
    where v.round_id = ${roundId}
      and not (v.outcome in ('notHome', 'noAccess') and exists (
        select 1 from visit earlier
        where earlier.round_id = v.round_id and earlier.household_id = v.household_id
          and earlier.outcome = 'refusedHard' and earlier.occurred_at < v.occurred_at))
    order by v.household_id, v.outcome = 'completed' desc, v.occurred_at desc, v.received_at desc, v.id desc
  ), doors as (
    select a.community_id, c.outcome
    from assignment a
    left join counting c on c.household_id = a.household_id
    where a.round_id = ${roundId}
  )
  select community_id,
         count(*) filter (where outcome = 'completed')::int as i,
         count(*) filter (where outcome = 'partial')::int as p,
         count(*) filter (where outcome in ('refused', 'refusedHard'))::int as r,
         count(*) filter (where outcome in ('notHome', 'appointment'))::int as nc,
         count(*) filter (where outcome in ('visited', 'unable'))::int as o,
         count(*) filter (where outcome is null or outcome = 'noAccess')::int as uh,
         count(*) filter (where outcome = 'notFound')::int as uo,
         count(*) filter (where outcome in ('ineligible', 'vacant', 'notResidential'))::int as ne
  from doors
  group by community_id`;

/** The 17 rates of the AAPOR Standard Definitions from a community's doors; null where 0/0. */
export const recountOutcomeRates = (sql: Sql, d: RecountedOutcomes) => sql<Record<string, number | null>[]>`
  with doors as (
    select ${d.i}::float8 as i, ${d.p}::float8 as p, ${d.r}::float8 as r, ${d.nc}::float8 as nc, ${d.o}::float8 as o,
           ${d.uh + d.uo}::float8 as u, ${d.ne}::float8 as ne
  ), known as (
    select *, i + p + r + nc + o as k, (i + p + r + nc + o) / nullif(i + p + r + nc + o + ne, 0) as e from doors
  )
  select i / nullif(k + u, 0) as "RR1", (i + p) / nullif(k + u, 0) as "RR2",
         i / nullif(k + e * u, 0) as "RR3", (i + p) / nullif(k + e * u, 0) as "RR4",
         i / nullif(k, 0) as "RR5", (i + p) / nullif(k, 0) as "RR6",
         i / nullif(i + p + r + o, 0) as "COOP1", (i + p) / nullif(i + p + r + o, 0) as "COOP2",
         i / nullif(i + p + r, 0) as "COOP3", (i + p) / nullif(i + p + r, 0) as "COOP4",
         r / nullif(k + u, 0) as "REF1", r / nullif(k + e * u, 0) as "REF2", r / nullif(k, 0) as "REF3",
         (i + p + r + o) / nullif(k + u, 0) as "CON1", (i + p + r + o) / nullif(k + e * u, 0) as "CON2",
         (i + p + r + o) / nullif(k, 0) as "CON3", e
  from known`;
