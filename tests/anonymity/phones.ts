/** Residents' own phones: each answers with a ticket of the tablet before it, at once. */
import { must } from '@huhudao/domain';
import {
  call,
  issueTickets,
  proveCommunity,
  sendAnswers,
  ticketsKept,
  type Transport,
} from '@huhudao/protocol';
import { hashToken } from '../../apps/api/src/http/identity.ts';
import { shortAnswers } from '../../apps/api/src/testing/records.ts';
import type { TestApi, TestTablet } from '../../apps/api/src/testing/test-api.ts';
import type { TestDoor, TestStreet } from '../../apps/api/src/testing/test-street.ts';

export type Phones = ReturnType<typeof phonesBefore>;

/** Below so many a tablet asks for more, as its own code does (`apps/tablet/src/app/own-tickets.ts`). */
const fewTickets = 10;

export function phonesBefore(api: TestApi, street: TestStreet, tablet: TestTablet) {
  const tickets = new Map<string, { token: string; key: string }[]>();
  const transport: Transport = { origin: '', fetch: api.fetch };

  async function refill(roundId: string): Promise<void> {
    const left = tickets.get(roundId) ?? [];
    if (left.length >= fewTickets) return;
    const body = { streetId: street.streetId, roundId, count: ticketsKept - left.length };
    tickets.set(roundId, [...left, ...(await tablet.call(issueTickets, { body })).tickets]);
  }

  /** Resolves with the hash of the ticket. */
  async function answer(roundId: string, { communityId }: TestDoor, mark: string): Promise<string> {
    const { token, key } = must(tickets.get(roundId)?.pop(), 'a ticket');
    const body = {
      token,
      communityId,
      communityProof: await proveCommunity(key, communityId),
      versionHash: street.hashes.questionnaire,
      complete: true,
      answers: { ...shortAnswers, topicsToFix: ['other'], otherTopic: mark },
      as: { mode: 'anonymous' as const },
    };
    await call(transport, sendAnswers, { body });
    return hashToken(token).toString('hex');
  }

  return { refill, answer };
}
