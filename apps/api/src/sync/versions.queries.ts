import type { Db } from '@huhudao/db';

export type VersionRow = {
  hash: string;
  kind: 'questionnaire' | 'visitForm';
  definition: Record<string, unknown>;
  compiled: unknown;
};

export const findVersion = (db: Db, hash: string) => db<VersionRow[]>`
  select hash, kind, definition, compiled from questionnaire_version where hash = ${hash}`;
