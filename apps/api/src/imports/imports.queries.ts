import type { Db } from '@huhudao/db';
import type { ImportSettings, ImportView } from '@huhudao/protocol';
import type { RosterColumn, RosterPlan } from './roster/roster.ts';

export type ImportState = ImportView['state'];
export type ImportProblem = NonNullable<ImportView['problem']>;
export type ImportPreview = NonNullable<ImportView['preview']>;

/** Rows that are not taken, with the titles of their columns. */
export type RejectedRows = {
  columns: Pick<RosterColumn, 'letter' | 'header' | 'private'>[];
  rows: RosterPlan['returned'];
};

const columns = (db: Db) => db`
  id, file_name, state, progress, total, created_at, applied_at, undone_at, settings, preview, problem, result`;

/** The newest first; older ones than these are in the audit. */
export const listImports = (db: Db, streetId: string) => db<ImportView[]>`
  select ${columns(db)} from import where street_id = ${streetId} order by created_at desc, id desc limit 100`;

export const findImport = (db: Db, streetId: string, id: string) => db<ImportView[]>`
  select ${columns(db)} from import where street_id = ${streetId} and id = ${id}`;

export const findFile = (db: Db, streetId: string, id: string) => db<
  { fileName: string; file: Buffer | null; settings: ImportSettings }[]
>`
  select file_name, file, settings from import where street_id = ${streetId} and id = ${id}`;

export const insertImport = (
  db: Db,
  streetId: string,
  row: { id: string; fileName: string; fileHash: string; file: Uint8Array },
  by: { at: string; personId: string | null },
) => db`
  insert into import (street_id, id, file_name, file_hash, file, state, settings, created_at, created_by)
  values (${streetId}, ${row.id}, ${row.fileName}, ${row.fileHash}, ${row.file}, 'reading', '{}'::jsonb, ${by.at},
          ${by.personId})`;

/** Takes an import from one of these states into another, and forgets what went wrong before. */
export const markState = (
  db: Db,
  streetId: string,
  id: string,
  from: readonly ImportState[],
  state: ImportState,
) => db`
  update import set state = ${state}, problem = null, progress = 0
  where street_id = ${streetId} and id = ${id} and state = any(${db.array([...from])}::text[])`;

export const updateSettings = (db: Db, streetId: string, id: string, settings: ImportSettings) => db`
  update import set settings = ${db.json(settings)} where street_id = ${streetId} and id = ${id}`;

export const markProgress = (db: Db, streetId: string, id: string, progress: number, total: number) => db`
  update import set progress = ${progress}, total = ${total}
  where street_id = ${streetId} and id = ${id} and state in ('reading', 'applying')`;

/** What was read of a file. No row is written when the import was discarded meanwhile. */
export const markRead = (
  db: Db,
  streetId: string,
  id: string,
  read: { preview: ImportPreview; problem: ImportProblem | null; rejected: RejectedRows | null },
) => db`
  update import
  set state = 'preview', preview = ${db.json(read.preview)}, problem = ${orNull(db, read.problem)},
      rejected = ${orNull(db, read.rejected)}, progress = ${read.preview.rows}, total = ${read.preview.rows}
  where street_id = ${streetId} and id = ${id} and state = 'reading'`;

/** Back to the preview and the settings it was made with. */
export const markNotReadAgain = (
  db: Db,
  streetId: string,
  id: string,
  settings: ImportSettings,
  problem: ImportProblem,
) => db`
  update import set state = 'preview', settings = ${db.json(settings)}, problem = ${orNull(db, problem)}
  where street_id = ${streetId} and id = ${id} and state = 'reading'`;

/** Written before the areas are, so that none of them is ever without an import that answers for it. */
export const noteNewAreas = (db: Db, streetId: string, id: string, areaIds: readonly string[]) => db`
  update import set new_area_ids = ${db.array([...areaIds])}::uuid[] where street_id = ${streetId} and id = ${id}`;

/** Imports that came to nothing, or were undone, and still answer for areas. */
export const listWithNewAreas = (db: Db, streetId: string) => db<{ id: string }[]>`
  select id from import
  where street_id = ${streetId} and state in ('failed', 'undone') and cardinality(new_area_ids) > 0`;

/** Areas added for an import that nothing of the street points at. */
export const listUnusedAreas = (db: Db, streetId: string, importId: string) => db<{ id: string }[]>`
  select a.id
  from import i cross join lateral unnest(i.new_area_ids) as a (id)
  where i.street_id = ${streetId} and i.id = ${importId}
    and a.id not in (
      select community_id from compound where street_id = ${streetId}
      union
      select grid_id from building where street_id = ${streetId} and grid_id is not null
      union
      select community_id from team where street_id = ${streetId} and round_id is null
      union
      select community.id::uuid
      from round r cross join lateral jsonb_array_elements_text(r.scope -> 'communityIds') as community (id)
      where r.street_id = ${streetId} and r.assessor_id is null)`;

/** Whatever was under way: it came to nothing, and nothing of the file stays. */
export const markFailed = (db: Db, streetId: string, id: string, problem: ImportProblem) => db`
  update import
  set state = 'failed', problem = ${orNull(db, problem)}, file = null, rejected = null,
      preview = preview || '{"sample": []}'
  where street_id = ${streetId} and id = ${id} and state in ('reading', 'applying')`;

export const markInterrupted = (db: Db, streetId: string, problem: ImportProblem) => db`
  update import
  set state = 'failed', problem = ${orNull(db, problem)}, file = null, rejected = null,
      preview = preview || '{"sample": []}'
  where street_id = ${streetId} and state in ('reading', 'applying')`;

/** Files nobody came back to, and rejected rows nobody mended: their personal data is not kept for ever. */
export const forgetFiles = (db: Db, streetId: string, createdBefore: string) => db`
  update import
  set file = null, rejected = null, preview = preview || '{"sample": []}',
      state = case when state = 'preview' then 'discarded' else state end
  where street_id = ${streetId} and created_at < ${createdBefore} and state not in ('reading', 'applying')
    and (file is not null or rejected is not null)`;

export const forgetFile = (db: Db, streetId: string, id: string) => db`
  update import set file = null, rejected = null, preview = preview || '{"sample": []}'
  where street_id = ${streetId} and id = ${id}`;

export const findRejected = (db: Db, streetId: string, id: string) => db<
  { fileName: string; rejected: RejectedRows | null }[]
>`
  select file_name, rejected from import where street_id = ${streetId} and id = ${id}`;

export const listStreets = (db: Db) => db<{ streetId: string }[]>`select street_id from street_head`;

function orNull(db: Db, value: object | null) {
  return value === null ? null : db.json(value as never);
}
