import { z } from 'zod';
import { occupancies } from '@huhudao/domain';
import { endpoint } from '../endpoint.ts';
import { id, instant, listOf, page, words } from '../fields.ts';

export const rosterFields = [
  'community',
  'grid',
  'compound',
  'building',
  'stairwell',
  'floor',
  'room',
  'residentName',
  'phone',
  'occupancy',
  'note',
] as const;
export type RosterField = (typeof rosterFields)[number];

export const importSettings = z.strictObject({
  sheet: words(200).optional(),
  /** Column number (from 0) of each field; left out where the file has none. */
  columns: z.partialRecord(z.enum(rosterFields), z.number().int().min(0)).optional(),
  /** For files that do not name the community. */
  communityId: id.optional(),
  /** What unknown words for the occupancy mean; a word left out keeps its rows waiting. */
  occupancyWords: z.record(words(40), z.enum(occupancies)).optional(),
});
export type ImportSettings = z.infer<typeof importSettings>;

export const rowProblem = z.strictObject({
  /** As the office sees it: the row number in the sheet, from 1; null where the whole table is meant. */
  row: z.number().int().nullable(),
  /** As in Excel: `C`. */
  column: z.string().nullable(),
  /** A key of `rosterProblems`, which has its sentence. */
  code: z.string(),
  severity: z.enum(['warning', 'rejected', 'ask']),
  details: z.record(z.string(), z.unknown()),
});
export type RowProblem = z.infer<typeof rowProblem>;

export const importView = z.strictObject({
  id,
  fileName: z.string(),
  state: z.enum(['reading', 'preview', 'applying', 'applied', 'undone', 'failed', 'discarded']),
  progress: z.number().int(),
  total: z.number().int(),
  createdAt: instant,
  appliedAt: instant.nullable(),
  undoneAt: instant.nullable(),
  settings: importSettings,
  preview: z
    .strictObject({
      sheets: z.array(z.string()),
      sheet: z.string(),
      headers: z.array(z.string()),
      columns: z.partialRecord(z.enum(rosterFields), z.number().int()),
      /** Fields no household can do without, and no column was found for. Nothing can be applied before they are matched. */
      missing: z.array(z.enum(rosterFields)),
      sample: z.array(z.array(z.string())),
      rows: z.number().int(),
      good: z.number().int(),
      warnings: z.number().int(),
      rejected: z.number().int(),
      asking: z.number().int(),
      unknownOccupancies: z.array(z.strictObject({ word: z.string(), rows: z.number().int() })),
      /** Those not known are added to the street when the import is applied; so are new grids. */
      communities: z.array(z.strictObject({ name: z.string(), known: z.boolean(), rows: z.number().int() })),
      newGrids: z.array(z.strictObject({ community: z.string(), name: z.string() })),
      /** What applying the import would do to the register as it stands now, in households. */
      changes: z.strictObject({
        added: z.number().int(),
        changed: z.number().int(),
        unchanged: z.number().int(),
      }),
    })
    .nullable(),
  /** Why reading or applying failed: a problem code with its details. With a preview, the one before still stands. */
  problem: z.strictObject({ code: z.string(), details: z.record(z.string(), z.unknown()) }).nullable(),
  result: z
    .strictObject({
      added: z.number().int(),
      changed: z.number().int(),
      unchanged: z.number().int(),
      left: z.number().int(),
    })
    .nullable(),
});
export type ImportView = z.infer<typeof importView>;

const inArea = z.strictObject({ areaId: id });
const oneImport = z.strictObject({ areaId: id, importId: id });
const path = '/api/areas/{areaId}/imports/{importId}';
const gate = { kind: 'path', permission: 'households.import' } as const;

export const uploadRoster = endpoint({
  name: 'uploadRoster',
  method: 'post',
  path: '/api/areas/{areaId}/imports',
  summary: 'Upload a household roster (.xlsx or .csv); reading goes on in the background',
  gate,
  params: inArea,
  body: 'file',
  response: importView,
});

export const listImports = endpoint({
  name: 'listImports',
  method: 'get',
  path: '/api/areas/{areaId}/imports',
  summary: 'Imports of a street, newest first',
  gate,
  params: inArea,
  response: z.array(importView),
});

export const readImport = endpoint({
  name: 'readImport',
  method: 'get',
  path,
  summary: 'An import with its progress',
  gate,
  params: oneImport,
  response: importView,
});

export const listImportProblems = endpoint({
  name: 'listImportProblems',
  method: 'get',
  path: `${path}/problems`,
  summary: 'Problems by row and column',
  gate,
  params: oneImport,
  query: z.strictObject({ ...page, severity: z.enum(['warning', 'rejected', 'ask']).optional() }),
  response: listOf(rowProblem),
});

export const changeImport = endpoint({
  name: 'changeImport',
  method: 'put',
  path,
  summary: 'Change the sheet, the column matching or what unknown words mean; the preview is made again',
  gate,
  params: oneImport,
  body: importSettings,
  response: importView,
});

export const applyImport = endpoint({
  name: 'applyImport',
  method: 'post',
  path: `${path}/apply`,
  summary: 'Take over the good rows; goes on in the background',
  gate,
  params: oneImport,
  response: importView,
});

export const discardImport = endpoint({
  name: 'discardImport',
  method: 'delete',
  path,
  summary: 'Throw an import away before it is applied; the file is deleted',
  gate,
  params: oneImport,
  response: 'nothing',
});

export const undoImport = endpoint({
  name: 'undoImport',
  method: 'post',
  path: `${path}/undo`,
  summary: 'Undo an applied import whole',
  gate,
  params: oneImport,
  response: importView,
});

export const downloadRejected = endpoint({
  name: 'downloadRejected',
  method: 'get',
  path: `${path}/rejected`,
  summary: 'The rows that were not taken, with the reason, as a workbook to mend and upload again',
  gate,
  params: oneImport,
  response: 'file',
});
