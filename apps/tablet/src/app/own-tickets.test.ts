import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import type { RunEnd, SyncEngine } from '@huhudao/outbox';
import { newId, type Transport } from '@huhudao/protocol';
import { createStoreKey } from '../local/envelope.ts';
import { PersonDatabase } from '../local/person.database.ts';
import { ticketStore } from '../local/tickets.store.ts';
import { vaultOf } from '../local/vault.ts';
import { someRound, someStreet } from '../testing/street.ts';
import { followedBy, poolsOf, refillTickets } from './own-tickets.ts';

const today = '2026-11-20';
const origin = 'https://huhudao.example.cn';
const newStore = async () => ticketStore(new PersonDatabase(newId()), vaultOf(await createStoreKey()));

/** A server that issues what it is asked for, and how much it was asked for. */
function issuing(): { transport: Transport; asked: number[] } {
  const asked: number[] = [];
  const fetch = async (_: string, init: RequestInit) => {
    const { count } = await new Response(init.body).json();
    asked.push(count);
    const tickets = Array.from({ length: count }, () => ({
      token: newId().replaceAll('-', ''),
      key: newId(),
    }));
    return Response.json({ tickets, expiresOn: today, origin });
  };
  return { transport: { origin: '', fetch }, asked };
}

const pool = { streetId: newId(), roundId: newId() };

it('a pool is filled when few are left, and left alone while there are enough', async () => {
  const tickets = await newStore();
  const { transport, asked } = issuing();
  await refillTickets(tickets, transport, [pool], today);
  await refillTickets(tickets, transport, [pool], today);
  expect(asked).toEqual([20]);
  const spend = () => tickets.spend(pool.roundId, today, () => Promise.reject(new Error('not spent')));
  await expect(spend()).rejects.toThrow('not spent');
  expect(await tickets.count(pool.roundId, today)).toBe(20);
});

it('without an answer the pool stays as it is, and nothing fails', async () => {
  const tickets = await newStore();
  const transport: Transport = { origin: '', fetch: () => Promise.reject(new TypeError('no network')) };
  await refillTickets(tickets, transport, [pool], today);
  expect(await tickets.count(pool.roundId, today)).toBe(0);
});

it('tickets are kept for open rounds with a questionnaire in which one visits', () => {
  const [mine, closed, silent, theirs] = [
    someRound(),
    someRound({ state: 'closed' }),
    someRound({ questionnaireHash: null }),
    someRound(),
  ];
  const team = { id: newId(), communityId: newId(), name: '柳荫一组', leaderId: newId(), members: [] };
  const street = someStreet({
    rounds: [mine, closed, silent, theirs],
    teams: [
      { ...team, mine: true, roundIds: [mine.id, closed.id, silent.id] },
      { ...team, mine: false, roundIds: [theirs.id] },
    ],
  });
  expect(poolsOf([street])).toEqual([{ streetId: street.streetId, roundId: mine.id }]);
});

it('follows a run that reached the server, once at a time, and holds up no run', async () => {
  const end = (result: RunEnd['result']): RunEnd => ({ result, failure: null, nextInMs: null });
  const ends = [end('failed'), end('done'), end('done')];
  const engine: SyncEngine = {
    run: async () => ends.shift() ?? end('done'),
    endShift: async () => end('done'),
    status: () => Promise.reject(new Error('not asked')),
    subscribe: () => () => undefined,
  };
  const { promise, resolve } = Promise.withResolvers<void>();
  const work = vi.fn<() => Promise<void>>(() => promise);
  const followed = followedBy(engine, work, () => undefined);
  await followed.run();
  expect(work).not.toHaveBeenCalled();
  await followed.run();
  await followed.run();
  expect(work).toHaveBeenCalledTimes(1);
  resolve();
  await vi.waitFor(async () => {
    await followed.endShift();
    expect(work).toHaveBeenCalledTimes(2);
  });
});
