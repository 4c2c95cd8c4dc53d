/** Keeps tickets for answering on one's own phone on the tablet, so that there are some where there is no network. */
import { dayOf } from '@huhudao/domain';
import type { RunEnd, SyncEngine } from '@huhudao/outbox';
import { call, issueTickets, ticketsKept, type Transport } from '@huhudao/protocol';
import type { PersonDatabase } from '../local/person.database.ts';
import type { StreetReference } from '../local/reference.types.ts';
import { ticketStore, type Pool, type TicketStore } from '../local/tickets.store.ts';
import type { Vault } from '../local/vault.ts';
import type { Draft } from '../local/work.types.ts';
import { withLink } from '../work/own-device.ts';

export type OwnTickets = {
  /** Spends one on the draft's visit, and writes that down; undefined where none is left. */
  spend(draft: Draft): Promise<Draft | undefined>;
  refill(streets: readonly StreetReference[]): Promise<void>;
};

/** One person's tickets on this tablet. */
export function ownTickets(database: PersonDatabase, vault: Vault, transport: Transport): OwnTickets {
  const tickets = ticketStore(database, vault);
  const today = () => dayOf(Date.now());
  return {
    spend: (draft) => tickets.spend(draft.roundId, today(), (ticket) => withLink(draft, ticket)),
    refill: (streets) => refillTickets(tickets, transport, poolsOf(streets), today()),
  };
}

/** A round with fewer than this gets new ones. */
const tooFew = 10;

/** How long an answer is waited for, in milliseconds; the next run asks again. */
const patience = 20_000;

/** The rounds in which I visit and ask. */
export function poolsOf(streets: readonly StreetReference[]): Pool[] {
  return streets.flatMap(({ streetId, rounds, teams }) =>
    rounds
      .filter(({ id, state, questionnaireHash }) => {
        const mine = teams.some((team) => team.mine && team.roundIds.includes(id));
        return mine && state === 'open' && questionnaireHash !== null;
      })
      .map(({ id }) => ({ streetId, roundId: id })),
  );
}

/** Asks for what is missing. Without an answer the pool stays as it is; the next run asks again. */
export async function refillTickets(
  tickets: TicketStore,
  transport: Transport,
  pools: readonly Pool[],
  today: string,
): Promise<void> {
  await tickets.tidy(
    pools.map((pool) => pool.roundId),
    today,
  );
  for (const pool of pools) {
    const left = await tickets.count(pool.roundId, today);
    if (left >= tooFew) continue;
    const body = { ...pool, count: ticketsKept - left };
    const signal = AbortSignal.timeout(patience);
    const issued = await call(transport, issueTickets, { body }, signal).catch(() => undefined);
    if (issued === undefined) return;
    const origin = issued.origin ?? window.location.origin;
    const fresh = issued.tickets.map((ticket) => ({ ...ticket, origin }));
    await tickets.add(pool, issued.expiresOn, fresh);
  }
}

/** The engine, with some work begun after every run that reached the server; sending never waits for it. */
export function followedBy(engine: SyncEngine, work: () => Promise<void>, onError: () => void): SyncEngine {
  let underWay: Promise<void> | null = null;
  const then = async (run: Promise<RunEnd>): Promise<RunEnd> => {
    const end = await run;
    if (end.result === 'done')
      underWay ??= work()
        .catch(onError)
        .finally(() => {
          underWay = null;
        });
    return end;
  };
  return {
    ...engine,
    run: (signal) => then(engine.run(signal)),
    endShift: (signal) => then(engine.endShift(signal)),
  };
}
