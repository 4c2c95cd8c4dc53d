import { sha256Hex } from '@huhudao/outbox';
import { proveCommunity, proveHousehold, writeAnswerLink } from '@huhudao/protocol';
import type { Ticket } from '../local/tickets.store.ts';
import type { Draft } from '../local/work.types.ts';

/**
 * Answers that were begun on the tablet are gone on with there; so are those of the one adult who was found, for nobody
 * knows who holds a phone.
 */
export const mayUseOwnDevice = ({ questionnaire, adultRule }: Draft): boolean =>
  questionnaire !== null && adultRule === undefined && Object.keys(questionnaire.answers).length === 0;

/** The visit as it goes on with a link for the resident's phone; as whom they answer is chosen there. */
export async function withLink(draft: Draft, { token, key, origin }: Ticket): Promise<Draft> {
  const { communityId, householdId } = draft;
  const [communityProof, householdProof] = await Promise.all([
    proveCommunity(key, communityId),
    proveHousehold(key, householdId),
  ]);
  const link = { token, communityId, householdId, communityProof, householdProof };
  const shown = await sha256Hex(new TextEncoder().encode(token));
  const ownTickets = [...draft.ownTickets, shown].slice(-ticketsRemembered);
  return { ...draft, ...onOwnDevice, ownLink: writeAnswerLink(origin, link), ownTickets };
}

/** A response from the tablet names so many of the tickets that were shown before it. */
const ticketsRemembered = 5;

/** Back to the link that is there. */
export const onOwnDevice = {
  identityMode: null,
  consentedAt: null,
  answering: null,
  completionMode: 'ownDevice',
  step: 'ownDevice',
} as const satisfies Partial<Draft>;

/** It did not work: the other ways are open again, and the link is spent. */
export const notOnOwnDevice = {
  answering: null,
  completionMode: null,
  ownLink: null,
  step: 'identity',
} as const satisfies Partial<Draft>;
