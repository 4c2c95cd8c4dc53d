import { dayOf, must } from '@huhudao/domain';
import { issueTickets, openTicket, Problem, sendAnswers, type OwnAnswers } from '@huhudao/protocol';
import type { Actor, Deps } from '../http/deps.ts';
import { hashToken } from '../http/identity.ts';
import { route } from '../http/route.ts';
import { inStreet, quietlyInStreet } from '../http/transaction.ts';
import { checkProofs, keyOf, receiptOf } from './ticket-secrets.ts';
import * as commands from './tickets.commands.ts';
import { findDefinition, findTicket } from './tickets.queries.ts';

/** A resident is nobody to the server. */
const nobody: Actor = { personId: null, deviceId: null };
const received = { received: true } as const;

export function ticketRoutes(store: commands.StoreOwn) {
  const spendLinked = commands.spendLinked(store);
  const spend = (deps: Deps, streetId: string, sent: OwnAnswers) =>
    sent.as.mode === 'anonymous'
      ? quietlyInStreet(deps, streetId, (tx) => commands.spend(tx, sent, store))
      : inStreet(deps, streetId, nobody, spendLinked, sent);
  return [
    route(issueTickets, async ({ deps, actor, body: { streetId, ...wanted } }) => {
      const { tokens, expiresOn } = await inStreet(deps, streetId, actor, commands.issueTickets, wanted);
      const tickets = tokens.map((token) => ({ token, key: keyOf(deps, token) }));
      return { tickets, expiresOn, origin: deps.env.PUBLIC_URL ?? null };
    }),

    route(openTicket, async ({ deps, body }) => {
      const { streetId, ticket } = await look(deps, body);
      if (ticket !== undefined) commands.expectUnused(ticket);
      const { questionnaireHash, statement } = commands.expectGood(ticket, today(deps));
      await checkProofs(deps, body);
      const versionHash = must(questionnaireHash, 'the questionnaire of a round with tickets');
      const [version] = await findDefinition(deps.sql, versionHash);
      const nameOf = (areaId: string) => must(deps.areas.get(areaId), 'an area').name;
      return {
        streetName: nameOf(streetId),
        communityName: nameOf(body.communityId),
        statement,
        versionHash,
        definition: must(version, 'a published version').definition,
      };
    }),

    route(sendAnswers, async ({ deps, body }) => {
      // Looked at before the street's head row is locked: who guesses holds up nobody.
      const { streetId, ticket } = await look(deps, body);
      if (ticket === undefined) throw new Problem('ticketUnknown');
      if (ticket.receipt === receiptOf(body)) return received;
      await checkProofs(deps, body);
      try {
        await spend(deps, streetId, body);
      } catch (error) {
        // Another try of the same phone was quicker.
        const again = error instanceof Problem && error.code === 'ticketUsed';
        if (!again || (await look(deps, body)).ticket?.receipt !== receiptOf(body)) throw error;
      }
      return received;
    }),
  ];
}

const today = (deps: Deps): string => dayOf(deps.now().toISOString());

/** The ticket where its community lies. @throws Problem ticketUnknown where there is no such community */
async function look(deps: Deps, { token, communityId }: Pick<OwnAnswers, 'token' | 'communityId'>) {
  const community = deps.areas.get(communityId);
  const [street] = community?.kind === 'community' ? deps.areas.streetsWithin(communityId) : [];
  if (street === undefined) throw new Problem('ticketUnknown');
  const [ticket] = await findTicket(deps.sql, street.id, hashToken(token));
  return { streetId: street.id, ticket };
}
