import type { Db, Transaction } from '@huhudao/db';
import type { Outcome, Purpose } from '@huhudao/domain';
import type { PastArea, PastCell } from './figures.types.ts';

export type ReleasableRound = {
  id: string;
  purpose: Purpose;
  questionnaireHash: string;
  communityIds: string[];
};

/** Open rounds whose answers make rates; one of them, if it is named. */
export const listReleasable = (db: Db, streetId: string, roundId: string | null) => db<ReleasableRound[]>`
  select r.id, r.purpose, r.questionnaire_hash,
         array(select jsonb_array_elements_text(r.scope -> 'communityIds')) as community_ids
  from round r
  where r.street_id = ${streetId} and r.state = 'open' and r.purpose in ('measurement', 'coverage')
    and r.questionnaire_hash is not null and (${roundId}::uuid is null or r.id = ${roundId})
  order by r.id`;

export type AnswerCount = { communityId: string; item: string; code: string; count: number };

/** Answers by community, item and code, whoever held the questionnaire; item '' counts the responses themselves. */
export const countAnswers = (db: Db, streetId: string, roundId: string, items: readonly string[]) => db<
  AnswerCount[]
>`
  select community_id, item, code, sum(count)::int as count
  from rollup
  where street_id = ${streetId} and round_id = ${roundId} and item = any(${db.array([...items])})
  group by community_id, item, code`;

export type OutcomeCount = { communityId: string; outcome: Outcome | null; count: number };

export const countOutcomes = (db: Db, streetId: string, roundId: string) => db<OutcomeCount[]>`
  select community_id, outcome, count(*)::int as count
  from assignment
  where street_id = ${streetId} and round_id = ${roundId}
  group by community_id, outcome`;

/** Households of each community's frame: what its sample was drawn from. */
export const listFrameSizes = (db: Db, streetId: string, roundId: string) => db<
  { communityId: string; frameSize: number }[]
>`
  select community_id, frame_size from sample_draw where street_id = ${streetId} and round_id = ${roundId}`;

export type ReleasedCell = PastCell & { areaId: string; indicator: string };

/** Of each community's cells the releases since one was last printed whole, that one included, oldest first. */
export const listReleasedCells = (db: Db, streetId: string, roundId: string) => db<ReleasedCell[]>`
  with printed as materialized (
    select area_id, indicator, max(number) as number
    from release
    where street_id = ${streetId} and round_id = ${roundId} and kind in ('shown', 'flagged')
      and (indicator <> 'satisfaction' or figures -> 'satisfaction' <> 'null'::jsonb)
      and (figures -> 'beside' = 'null'::jsonb or figures #> '{beside,share}' <> 'null'::jsonb)
    group by area_id, indicator
  )
  select l.area_id, l.indicator, l.number, l.kind, l.reason, l.figures, l.basis, l.data_time
  from release l
  left join printed p on p.area_id = l.area_id and p.indicator = l.indicator
  where l.street_id = ${streetId} and l.round_id = ${roundId} and l.area_id <> ${streetId} and l.indicator <> ''
    and l.number >= coalesce(p.number, 0)
  order by l.area_id, l.indicator, l.number`;

export type ReleasedArea = PastArea & { areaId: string };

/** The last rows beside the rates of each area. */
export const listReleasedAreas = (db: Db, streetId: string, roundId: string) => db<ReleasedArea[]>`
  select distinct on (area_id) area_id, number, figures, basis
  from release
  where street_id = ${streetId} and round_id = ${roundId} and indicator = ''
  order by area_id, number desc`;

export const listLastNumbers = (db: Db, streetId: string, roundId: string) => db<
  { areaId: string; indicator: string; number: number }[]
>`
  select area_id, indicator, max(number) as number
  from release
  where street_id = ${streetId} and round_id = ${roundId}
  group by area_id, indicator`;

export type ReleaseRow = {
  areaId: string;
  indicator: string;
  number: number;
  formulaId: string;
  kind: string;
  reason: string | null;
  n: number;
  figures: unknown;
  basis: unknown;
  dataTime: string;
};

export const insertReleases = (tx: Transaction, streetId: string, roundId: string, rows: ReleaseRow[]) => tx`
  insert into release (
    street_id, round_id, area_id, indicator, number, formula_id, kind, reason, n, figures, basis, data_time)
  select ${streetId}::uuid, ${roundId}::uuid, r."areaId", r.indicator, r.number, r."formulaId", r.kind, r.reason, r.n,
         r.figures, r.basis, r."dataTime"
  from jsonb_to_recordset(${tx.json(rows as never)}) as r (
    "areaId" uuid, indicator text, number integer, "formulaId" text, kind text, reason text, n integer,
    figures jsonb, basis jsonb, "dataTime" timestamptz)`;
