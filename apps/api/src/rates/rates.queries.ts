import type { Db } from '@huhudao/db';
import type { Indicator, Purpose, RoundState } from '@huhudao/domain';
import type { Definition } from '@huhudao/questionnaire';
import type { AreaFigures, CellFigures, CellKind } from './figures.types.ts';

export type RatedRound = {
  streetId: string;
  id: string;
  name: string;
  purpose: Purpose;
  startsOn: string;
  deadline: string;
  state: RoundState;
  /** Communities of which it covers only parts. */
  partlyIds: string[];
  questionnaireHash: string;
};

/** An assessor's round is nobody else's until it is released. */
export const visibleRound = (db: Db, viewerId: string) =>
  db`(r.assessor_id is null or r.released_at is not null or r.assessor_id = ${viewerId})`;

/** Of a round `r`: those of the communities of which it covers only parts. */
export const partlyCovered = (db: Db, communityIds: readonly string[]) => db`
  array(
    select part.id from jsonb_object_keys(coalesce(r.scope -> 'parts', '{}')) as part (id)
    where part.id = any(${db.array([...communityIds])}::text[]) order by part.id) as partly_ids`;

/** Rounds of a street that ask a questionnaire in one of the communities, the newest first. */
export const listRatedRounds = (
  db: Db,
  streetId: string,
  communityIds: readonly string[],
  purpose: Purpose,
  viewerId: string,
) => db<RatedRound[]>`
  select r.street_id, r.id, r.name, r.purpose, r.starts_on, r.deadline, r.state, r.questionnaire_hash,
         ${partlyCovered(db, communityIds)}
  from round r
  where r.street_id = ${streetId} and r.purpose = ${purpose} and r.state <> 'draft'
    and r.questionnaire_hash is not null and ${visibleRound(db, viewerId)}
    and r.scope -> 'communityIds' ?| ${db.array([...communityIds])}::text[]
  order by r.opened_at desc, r.id desc`;

export type CellRow = {
  roundId: string;
  areaId: string;
  indicator: Indicator;
  number: number;
  formulaId: string;
  kind: CellKind;
  reason: string | null;
  n: number;
  figures: CellFigures;
  dataTime: string;
};

/** The last release of each cell. */
export const listLatestCells = (
  db: Db,
  streetId: string,
  roundIds: readonly string[],
  areaIds: readonly string[],
  indicators: readonly Indicator[],
) => db<CellRow[]>`
  select wanted.round_id, wanted.area_id, wanted.indicator, l.number, l.formula_id, l.kind, l.reason, l.n, l.figures,
         l.data_time
  from (
    select r.round_id, a.area_id, i.indicator
    from unnest(${db.array([...roundIds])}::uuid[]) as r (round_id),
         unnest(${db.array([...areaIds])}::uuid[]) as a (area_id),
         unnest(${db.array([...indicators])}::text[]) as i (indicator)
  ) wanted
  cross join lateral (
    select e.number, e.formula_id, e.kind, e.reason, e.n, e.figures, e.data_time
    from release e
    where e.street_id = ${streetId} and e.round_id = wanted.round_id and e.area_id = wanted.area_id
      and e.indicator = wanted.indicator
    order by e.number desc
    limit 1
  ) l`;

export type AreaRow = { areaId: string; figures: AreaFigures };

/** What was last frozen beside the rates of each area. */
export const listLatestAreas = (db: Db, streetId: string, roundId: string, areaIds: readonly string[]) => db<
  AreaRow[]
>`
  select wanted.area_id, l.figures
  from unnest(${db.array([...areaIds])}::uuid[]) as wanted (area_id)
  cross join lateral (
    select e.figures
    from release e
    where e.street_id = ${streetId} and e.round_id = ${roundId} and e.area_id = wanted.area_id and e.indicator = ''
    order by e.number desc
    limit 1
  ) l`;

export const findDefinition = (db: Db, hash: string) => db<{ definition: Definition }[]>`
  select definition from questionnaire_version where hash = ${hash}`;

export const listTargets = (db: Db) => db<{ indicator: Indicator; target: number }[]>`
  select indicator, target from indicator_target`;
