import { batchLimit, Problem, pushAnonymous, pushSealed } from '@huhudao/protocol';
import { epochOf } from '../http/epoch.ts';
import { route } from '../http/route.ts';
import { inStreet } from '../http/transaction.ts';
import { recordAnonymous } from './anonymous.commands.ts';
import type { ResponseWiring } from './record-responses.ts';
import { storeSealed } from './sealed.commands.ts';
import { withholdSealed } from './withheld.commands.ts';

export function anonymousRoutes({ versions, mayCount }: ResponseWiring) {
  return [
    route(pushAnonymous, async ({ deps, actor, body }) => {
      if (body.responses.length > batchLimit) throw new Problem('batchTooLarge', { limit: batchLimit });
      refuseTwice(body.responses);
      const results = await inStreet(deps, body.streetId, actor, recordAnonymous, {
        responses: body.responses,
        versions,
        mayCount,
      });
      return { results, epoch: await epochOf(deps), receivedAt: deps.now().toISOString() };
    }),

    route(pushSealed, async ({ deps, actor, identity, body }) => {
      refuseTwice(body.sealed);
      const { sealed, streetId } = body;
      const results = identity.deviceRevoked
        ? await inStreet(deps, streetId, actor, withholdSealed, { sealed })
        : await inStreet(deps, streetId, actor, storeSealed, { sealed, versions, mayCount });
      return { results, epoch: await epochOf(deps), receivedAt: deps.now().toISOString() };
    }),
  ];
}

/** @throws Problem duplicateInBatch */
function refuseTwice(items: readonly unknown[]): void {
  const ids = items.flatMap((one) =>
    typeof one === 'object' && one !== null && 'id' in one ? [one.id] : [],
  );
  if (new Set(ids).size < ids.length) throw new Problem('duplicateInBatch');
}
