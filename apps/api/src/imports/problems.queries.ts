import type { Db } from '@huhudao/db';
import type { RowProblem } from '@huhudao/protocol';

export const deleteProblems = (db: Db, streetId: string, importId: string) => db`
  delete from import_problem where street_id = ${streetId} and import_id = ${importId}`;

/** `from` is the number of the first. */
export const insertProblems = (
  db: Db,
  streetId: string,
  importId: string,
  from: number,
  problems: readonly RowProblem[],
) => db`
  insert into import_problem (street_id, import_id, number, row_number, column_letter, code, severity, details)
  select ${streetId}::uuid, ${importId}::uuid, ${from}::int + p.number::int - 1, (p.problem ->> 'row')::int,
         p.problem ->> 'column', p.problem ->> 'code', p.problem ->> 'severity', p.problem -> 'details'
  from jsonb_array_elements(${db.json(problems as never)}) with ordinality as p (problem, number)`;

export const listProblems = (
  db: Db,
  streetId: string,
  importId: string,
  severity: RowProblem['severity'] | null,
  page: { offset: number; limit: number },
) => db<RowProblem[]>`
  select row_number as "row", column_letter as "column", code, severity, details
  from import_problem
  where street_id = ${streetId} and import_id = ${importId}
    and (${severity}::text is null or severity = ${severity}::text)
  order by number
  offset ${page.offset} limit ${page.limit}`;

export const countProblems = (
  db: Db,
  streetId: string,
  importId: string,
  severity: RowProblem['severity'] | null,
) => db<{ count: number }[]>`
  select count(*)::int as count
  from import_problem
  where street_id = ${streetId} and import_id = ${importId}
    and (${severity}::text is null or severity = ${severity}::text)`;

/** Why rows were not taken. */
export const listRejections = (db: Db, streetId: string, importId: string) => db<RowProblem[]>`
  select row_number as "row", column_letter as "column", code, severity, details
  from import_problem
  where street_id = ${streetId} and import_id = ${importId} and severity <> 'warning'
  order by number`;
