import type { Db } from '@huhudao/db';
import type { CellKind } from './figures.types.ts';

type OneCell = { streetId: string; roundId: string; areaId: string; indicator: string };

/** Who responded in all, of the communities whose last release prints their rate. */
export const listRespondents = (
  db: Db,
  { streetId, roundId, indicator }: Omit<OneCell, 'areaId'>,
  areaIds: readonly string[],
) => db<{ areaId: string; respondents: number }[]>`
  select l.area_id, (l.basis ->> 'respondents')::int as respondents
  from (
    select distinct on (area_id) area_id, kind, basis
    from release
    where street_id = ${streetId} and round_id = ${roundId} and indicator = ${indicator}
      and area_id = any(${db.array([...areaIds])}::uuid[]) and area_id <> ${streetId}
    order by area_id, number desc
  ) l
  where l.kind in ('shown', 'flagged')`;

/** Every release of a cell, the newest first. */
export const listReleases = (db: Db, { streetId, roundId, areaId, indicator }: OneCell) => db<
  { release: number; kind: CellKind; n: number; dataTime: string }[]
>`
  select number as release, kind, n, data_time
  from release
  where street_id = ${streetId} and round_id = ${roundId} and area_id = ${areaId} and indicator = ${indicator}
  order by number desc`;
