/** One thing a check found wrong. `file` is relative to the root that was checked. */
export type Violation = { file: string; line?: number; message: string };

/** A mechanical check of all sources under a root folder. It counts as one test: no violations, or failed. */
export type Check = { name: string; find: (root: string) => Promise<Violation[]> };

/** A program of the dependencies whose output cannot be understood has not checked anything. */
export class CheckBroken extends Error {
  override readonly name = 'CheckBroken';
}
