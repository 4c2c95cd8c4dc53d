import type { Db } from '@huhudao/db';
import type { CompiledVersion } from '@huhudao/questionnaire';

/** Reads published versions; given by the questionnaires concept to those that check answers. */
export type VersionReader = { get: (db: Db, hash: string) => Promise<CompiledVersion | undefined> };
