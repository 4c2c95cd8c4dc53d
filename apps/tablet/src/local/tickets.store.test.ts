import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { newId, proveHousehold, readAnswerLink } from '@huhudao/protocol';
import { someHousehold, someRound, someStairwell } from '../testing/street.ts';
import { newDraft } from '../work/draft.ts';
import { withLink } from '../work/own-device.ts';
import { createStoreKey } from './envelope.ts';
import { PersonDatabase } from './person.database.ts';
import { ticketStore, type Ticket, type TicketStore } from './tickets.store.ts';
import { vaultOf, type Vault } from './vault.ts';
import { workStore } from './work.store.ts';

const round = someRound();
const stairwell = someStairwell();
const household = someHousehold(stairwell);
const pool = { streetId: newId(), roundId: round.id };
const today = '2026-11-20';
const draft = newDraft(
  { ...pool, stairwellId: stairwell.id, householdId: household.id },
  round,
  household,
  '2026-11-20T10:00:00.000Z',
);

let database: PersonDatabase;
let vault: Vault;
let tickets: TicketStore;

const someTickets = (count: number): Ticket[] =>
  Array.from({ length: count }, (_, index) => ({
    token: `token-of-the-ticket-${index}-`.padEnd(22, 'x'),
    key: `key-${index}`,
    origin: 'https://huhudao.example.cn',
  }));

beforeEach(async () => {
  database = new PersonDatabase(newId());
  vault = vaultOf(await createStoreKey());
  tickets = ticketStore(database, vault);
});

const spend = () => tickets.spend(round.id, today, (ticket) => withLink(draft, ticket));

describe('a ticket on the tablet', () => {
  it('is spent when its code can be shown: it is off the disk, and the draft with its link is on it', async () => {
    await tickets.add(pool, today, someTickets(2));
    const spent = await spend();
    expect(await tickets.count(round.id, today)).toBe(1);
    expect(await workStore(database, vault).drafts()).toEqual([spent]);
  });

  it('carries community and household in its link, with proofs that the ticket’s own key made', async () => {
    const [ticket] = someTickets(1);
    await tickets.add(pool, today, someTickets(1));
    const link = readAnswerLink(new URL((await spend())?.ownLink ?? '').hash);
    expect(link).toMatchObject({
      token: ticket?.token,
      communityId: household.communityId,
      householdId: household.id,
      householdProof: await proveHousehold(ticket?.key ?? '', household.id),
    });
    expect(JSON.stringify(link)).not.toContain(ticket?.key);
  });

  it('goes to one of those who ask at once, and nobody gets one where none is left', async () => {
    await tickets.add(pool, today, someTickets(3));
    const spent = await Promise.all([spend(), spend(), spend(), spend(), spend()]);
    const links = spent.flatMap((one) => one?.ownLink ?? []);
    expect(new Set(links).size).toBe(links.length);
    expect(links).toHaveLength(3);
    expect(await spend()).toBeUndefined();
  });

  it('stays where its draft could not be written', async () => {
    await tickets.add(pool, today, someTickets(1));
    const failing = tickets.spend(round.id, today, () => Promise.reject(new Error('no key')));
    await expect(failing).rejects.toThrow('no key');
    expect(await tickets.count(round.id, today)).toBe(1);
  });

  it('is not used after its last day, nor in another round, and is tidied away', async () => {
    await tickets.add(pool, '2026-11-19', someTickets(1));
    await tickets.add({ ...pool, roundId: newId() }, today, someTickets(1));
    expect(await spend()).toBeUndefined();
    await tickets.tidy([round.id], today);
    expect(await database.tickets.count()).toBe(0);
  });

  it('has its place on a tablet that was set up before there were any, and nothing there is lost', async () => {
    const personId = newId();
    const old = new Dexie(`huhudao-${personId}`);
    old.version(1).stores({ drafts: '&id' });
    const row = { id: draft.id, content: await vault.lock('draft', draft.id, draft) };
    await old.table('drafts').put(row);
    old.close();
    const now = new PersonDatabase(personId);
    await ticketStore(now, vault).add(pool, today, someTickets(1));
    expect(await ticketStore(now, vault).count(round.id, today)).toBe(1);
    expect(await workStore(now, vault).drafts()).toEqual([draft]);
  });

  it('lies encrypted on the disk', async () => {
    const [ticket] = someTickets(1);
    await tickets.add(pool, today, someTickets(1));
    const raw = JSON.stringify(
      (await database.tickets.toArray()).map((row) => ({
        ...row,
        content: new TextDecoder('latin1').decode(row.content.ciphertext),
      })),
    );
    expect(raw).not.toContain(ticket?.token);
    expect(raw).not.toContain(ticket?.key);
  });
});
