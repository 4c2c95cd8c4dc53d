/** Whether each of two teams at one door on one day was told of it, on the tablet that made the visit. */
import { isConfirmed } from '@huhudao/outbox';
import type { OnTablet } from './on-tablet.ts';
import type { Rows } from './oracle.ts';
import { listVisits } from './oracle.queries.ts';

/** Once every tablet has sent what it had and pulled once more. One that is out of use is told nothing any more. */
export async function untold(
  { sql, streetId }: Rows,
  tablets: readonly OnTablet[],
  revoked: string | null,
): Promise<string[]> {
  const visits = new Map((await listVisits(sql, streetId)).map((visit) => [visit.id, visit]));
  return tablets.flatMap(({ name, records }) =>
    [...records.values()].flatMap(({ id, state }): string[] => {
      const visit = visits.get(id);
      if (visit === undefined || name === revoked || !isConfirmed(state)) return [];
      if (visit.metAnother === (state === 'parallel')) return [];
      if (!visit.metAnother) return ['untold: a tablet was told of another team where there was none'];
      return [`untold: the ${visit.parallel ? 'second' : 'first'} of two teams was not told of the other`];
    }),
  );
}
