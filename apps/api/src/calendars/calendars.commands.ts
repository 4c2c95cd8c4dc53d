import { randomBytes } from 'node:crypto';
import type { Locale } from '@huhudao/protocol';
import { hashToken } from '../http/identity.ts';
import { platformCommand } from '../http/transaction.ts';
import * as queries from './calendars.queries.ts';

/** Opens a person's feed under a new address and ends a former one. Returns the address's secret and the moment. */
export const openFeed = platformCommand({
  action: 'calendar.opened',
  subject: (input: { personId: string; locale: Locale }) => ({ personId: input.personId }),
  run: async (tx, { personId, locale }) => {
    const token = randomBytes(32).toString('base64url');
    await queries.revokeFeed(tx.sql, personId, tx.at);
    await queries.insertFeed(tx.sql, { tokenHash: hashToken(token), personId, locale, at: tx.at });
    return { token, since: tx.at };
  },
});

export const closeFeed = platformCommand({
  action: 'calendar.closed',
  subject: (input: { personId: string }) => ({ personId: input.personId }),
  run: async (tx, { personId }) => {
    await queries.revokeFeed(tx.sql, personId, tx.at);
  },
});
