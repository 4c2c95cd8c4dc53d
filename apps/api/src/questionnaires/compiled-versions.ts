import type { Db } from '@huhudao/db';
import type { CompiledVersion } from '@huhudao/questionnaire';
import { findCompiled } from './compiled-versions.queries.ts';

/** Compiled versions by content hash, read once: a published version never changes. */
export class CompiledVersions {
  readonly #known = new Map<string, CompiledVersion>();

  /** Undefined where no such version was published. */
  async get(db: Db, hash: string): Promise<CompiledVersion | undefined> {
    const known = this.#known.get(hash);
    if (known !== undefined) return known;
    const [row] = await findCompiled(db, hash);
    if (row !== undefined) this.#known.set(hash, row.compiled);
    return row?.compiled;
  }
}
