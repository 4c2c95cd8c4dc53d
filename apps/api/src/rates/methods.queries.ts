import type { Db } from '@huhudao/db';
import type { CellKind } from './figures.types.ts';

type OneCell = { streetId: string; roundId: string; areaId: string; indicator: string };

/** Every release of a cell, the newest first. */
export const listReleases = (db: Db, { streetId, roundId, areaId, indicator }: OneCell) => db<
  { release: number; kind: CellKind; n: number; dataTime: string }[]
>`
  select number as release, kind, n, data_time
  from release
  where street_id = ${streetId} and round_id = ${roundId} and area_id = ${areaId} and indicator = ${indicator}
  order by number desc`;
