import { must } from '@huhudao/domain';
import { checkAudit, listAudit, listQuarantine, Problem, settleQuarantined } from '@huhudao/protocol';
import type { AreaRow } from '../http/areas.queries.ts';
import { route } from '../http/route.ts';
import { inStreet, streetCommand } from '../http/transaction.ts';
import * as queries from './audit.queries.ts';
import { checkChain } from './check-chain.ts';
import { listQuarantine as queryQuarantine, markSettled } from './quarantine.queries.ts';

/** The street whose chain an area names, null for the installation's. @throws Problem notFound below a street */
function chainOf(area: AreaRow): string | null {
  if (area.kind === 'district') return null;
  return expectStreet(area);
}

/** What could not be accepted names no community: it is the whole street's. @throws Problem notFound */
function expectStreet(area: AreaRow): string {
  if (area.kind !== 'street') throw new Problem('notFound');
  return area.id;
}

const settle = streetCommand({
  action: 'quarantine.settled',
  subject: (input: { recordId: string }) => input,
  run: async (tx, { recordId }) => {
    const settled = await markSettled(tx.sql, tx.streetId, recordId, tx.at, tx.actor.personId);
    if (settled.count === 0) throw new Problem('notFound');
  },
});

export const auditRoutes = [
  route(listAudit, async ({ deps, area, query }) => {
    const streetId = chainOf(area);
    const filter = { ...query, action: query.action ?? null };
    const [items, [counted]] = await Promise.all(
      streetId === null
        ? [queries.listPlatformAudit(deps.sql, filter), queries.countPlatformAudit(deps.sql, filter.action)]
        : [
            queries.listStreetAudit(deps.sql, streetId, filter),
            queries.countStreetAudit(deps.sql, streetId, filter.action),
          ],
    );
    return { total: must(counted, 'the count').count, items };
  }),

  route(checkAudit, async ({ deps, area }) => checkChain(deps.sql, chainOf(area))),

  route(listQuarantine, async ({ deps, area }) => queryQuarantine(deps.sql, expectStreet(area))),

  route(settleQuarantined, async ({ deps, actor, area, params }) => {
    await inStreet(deps, expectStreet(area), actor, settle, { recordId: params.recordId });
    return undefined;
  }),
];
