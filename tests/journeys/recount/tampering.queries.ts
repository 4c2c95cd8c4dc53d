/** What somebody with access to the database could bend by hand. */
import type { Sql } from '@huhudao/db';

type Cell = { roundId: string; areaId: string; indicator: string };

/** Lifts a released rate by a point. */
export const liftRate = (sql: Sql, { roundId, areaId, indicator }: Cell) => sql`
  update release
  set figures = jsonb_set(figures, '{value}', to_jsonb((figures ->> 'value')::float8 + 0.01))
  where round_id = ${roundId} and area_id = ${areaId} and indicator = ${indicator}`;

/** Lets a refusal disappear from what came of the doors. */
export const dropRefusal = (sql: Sql, { roundId, areaId }: Omit<Cell, 'indicator'>) => sql`
  update release
  set figures = jsonb_set(figures, '{outcomes,R}', to_jsonb((figures #>> '{outcomes,R}')::int - 1))
  where round_id = ${roundId} and area_id = ${areaId} and indicator = ''`;

/** Makes one resident who did not take part one who often does. */
export const bendAnswer = (sql: Sql, { roundId, areaId }: Omit<Cell, 'indicator'>) => sql`
  update response
  set answers = jsonb_set(answers, '{takesPart}', '"often"')
  where id = (
    select id from response
    where round_id = ${roundId} and community_id = ${areaId} and answers ->> 'takesPart' = 'never'
    order by id
    limit 1)`;
