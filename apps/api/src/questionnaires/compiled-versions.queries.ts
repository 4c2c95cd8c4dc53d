import type { Db } from '@huhudao/db';
import type { CompiledVersion } from '@huhudao/questionnaire';

export const findCompiled = (db: Db, hash: string) => db<{ compiled: CompiledVersion }[]>`
  select compiled from questionnaire_version where hash = ${hash}`;
