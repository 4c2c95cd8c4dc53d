/** Holds what a tablet shows against what the server would tell one that has nothing yet. */
import { httpSyncClient } from '@huhudao/outbox';
import type { StreetReference } from '../../../../apps/tablet/src/local/reference.types.ts';
import { mergePage, referenceOf } from '../../../../apps/tablet/src/local/reference.chunks.ts';
import type { Tablet } from '../tablet/tablet.ts';
import type { Served } from '../town/server.ts';
import type { OnTablet } from './on-tablet.ts';

const parts = ['rounds', 'stairwells', 'households', 'assignments', 'plans', 'revisits'] as const;

/** What a tablet that has just pulled shows otherwise than the office has it, after tombstones, restores and resets. */
export async function staleReference(served: Served, tablet: Tablet, shown: OnTablet): Promise<string[]> {
  const found: string[] = [];
  for (const reference of shown.reference) {
    const fresh = await pulledAnew(served, tablet, reference.streetId);
    for (const part of parts)
      if (lines(reference[part]) !== lines(fresh[part]))
        found.push(`stale: a tablet shows other ${part} than the office has`);
  }
  return found;
}

async function pulledAnew(served: Served, { worker }: Tablet, streetId: string): Promise<StreetReference> {
  const client = httpSyncClient({
    origin: '',
    fetch: (path, init) => served.answer(new Request(`http://localhost${path}`, init)),
    headers: () => ({ Authorization: `Bearer ${worker.token}` }),
  });
  const page = await client.pull(streetId, null, new AbortController().signal);
  return referenceOf(
    { streetId, cursor: page.cursor, serverTime: page.serverTime },
    mergePage(new Map(), page).write,
  );
}

/** The same rows give the same text, in whatever order they came. */
const lines = (rows: readonly unknown[]): string =>
  rows
    .map((row) => JSON.stringify(row))
    .toSorted()
    .join('\n');
