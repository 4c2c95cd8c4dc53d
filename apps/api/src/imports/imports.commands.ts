/** What people do with an import. Reading and applying it go on in the background. */
import { createHash } from 'node:crypto';
import { Problem, type ImportSettings } from '@huhudao/protocol';
import { streetCommand } from '../http/transaction.ts';
import * as queries from './imports.queries.ts';
import { deleteProblems } from './problems.queries.ts';

/** Files that nobody came back to and rows that nobody mended are kept for so long. */
const keptFor = 30 * 86_400_000;

/** The instant before which files are forgotten, ISO 8601. */
export const forgottenBefore = (now: Date): string => new Date(now.getTime() - keptFor).toISOString();

export type UploadInput = { importId: string; fileName: string; bytes: Uint8Array };

export const storeUpload = streetCommand({
  action: 'import.uploaded',
  subject: ({ importId, bytes }: UploadInput) => ({ importId, bytes: bytes.length }),
  run: async (tx, { importId, fileName, bytes }) => {
    await queries.forgetFiles(tx.sql, tx.streetId, forgottenBefore(new Date(tx.at)));
    const fileHash = createHash('sha256').update(bytes).digest('hex');
    const row = { id: importId, fileName, fileHash, file: bytes };
    await queries.insertImport(tx.sql, tx.streetId, row, { at: tx.at, personId: tx.actor.personId });
  },
});

export type SettingsInput = { importId: string; settings: ImportSettings };

/** @throws Problem importStateWrong */
export const changeSettings = streetCommand({
  action: 'import.settingsChanged',
  subject: ({ importId }: SettingsInput) => ({ importId }),
  run: async (tx, { importId, settings }) => {
    const marked = await queries.markState(tx.sql, tx.streetId, importId, ['preview'], 'reading');
    if (marked.count === 0) throw new Problem('importStateWrong');
    await queries.updateSettings(tx.sql, tx.streetId, importId, settings);
  },
});

/** @throws Problem importStateWrong */
export const confirmImport = streetCommand({
  action: 'import.confirmed',
  subject: ({ importId }: { importId: string }) => ({ importId }),
  run: async (tx, { importId }) => {
    const marked = await queries.markState(tx.sql, tx.streetId, importId, ['preview'], 'applying');
    if (marked.count === 0) throw new Problem('importStateWrong');
  },
});

/** Before it is applied. The file goes, and what was found in it. @throws Problem importStateWrong */
export const discardImport = streetCommand({
  action: 'import.discarded',
  subject: ({ importId }: { importId: string }) => ({ importId }),
  run: async (tx, { importId }) => {
    const before = ['reading', 'preview', 'failed'] as const;
    const marked = await queries.markState(tx.sql, tx.streetId, importId, before, 'discarded');
    if (marked.count === 0) throw new Problem('importStateWrong');
    await queries.forgetFile(tx.sql, tx.streetId, importId);
    await deleteProblems(tx.sql, tx.streetId, importId);
  },
});
