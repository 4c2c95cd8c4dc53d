import { CompiledVersions } from '../../../apps/api/src/questionnaires/compiled-versions.ts';
import { recountStreet } from '../../../apps/api/src/responses/recount.ts';
import type { World } from './world.ts';
import { listAreas } from './world.queries.ts';

/** Counts every response anew as `npm run recount` does. @throws where a kept count is wrong. */
export async function countAnew({ sql }: World): Promise<{ responses: number; seconds: number }> {
  const versions = new CompiledVersions();
  const started = performance.now();
  let responses = 0;
  for (const { id, kind } of await listAreas(sql)) {
    if (kind !== 'street') continue;
    const found = await recountStreet(sql, id, versions);
    if (found.wrong.length > 0)
      throw new Error(`counts are wrong: ${JSON.stringify(found.wrong.slice(0, 5))}`);
    responses += found.responses;
  }
  return { responses, seconds: (performance.now() - started) / 1000 };
}
