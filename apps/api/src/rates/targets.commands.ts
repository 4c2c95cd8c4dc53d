import type { Indicator } from '@huhudao/domain';
import { platformCommand } from '../http/transaction.ts';
import { deleteTarget, upsertTarget } from './targets.queries.ts';

export const setTarget = platformCommand({
  action: 'target.set',
  subject: (input: { indicator: Indicator; target: number | null }) => input,
  run: async (tx, { indicator, target }) => {
    if (target === null) await deleteTarget(tx.sql, indicator);
    else await upsertTarget(tx.sql, indicator, target);
  },
});
