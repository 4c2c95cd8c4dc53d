import { makeSchemaSnapshot } from './schema-snapshot.ts';

/** A file that is made from sources and checked in, so that a change of it is seen and reviewed. */
export type Generator = { file: string; make: () => Promise<string> };

/** Every generated file. `npm run generate` writes them, `npm run check` compares them. */
export const generators: Generator[] = [
  { file: 'packages/db/generated/schema.txt', make: makeSchemaSnapshot },
];
