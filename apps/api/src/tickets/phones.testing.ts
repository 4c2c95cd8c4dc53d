/** Residents’ phones before a test street, and the tablet that shows them their links. */
import { must } from '@huhudao/domain';
import {
  call,
  closeRound,
  issueTickets,
  Problem,
  proveCommunity,
  proveHousehold,
  sendAnswers,
  writeAnswerLink,
  type OwnAnswers,
  type Transport,
} from '@huhudao/protocol';
import { addBuiltIns } from '../built-ins.ts';
import { shortAnswers } from '../testing/records.ts';
import { startTestApi, type TestApi, type TestTablet } from '../testing/test-api.ts';
import { buildTestStreet, type TestDoor, type TestStreet } from '../testing/test-street.ts';

export type Ticket = { token: string; key: string };
type Own = Partial<Omit<OwnAnswers, 'as'>>;

/** A street of its own with phones and a tablet before it. */
export async function openPhones() {
  const api = await startTestApi();
  const street = await buildTestStreet(api);
  await addBuiltIns(api.deps);
  const li = await api.tablet(street.people.li);
  return { api, street, li, phones: new Phones(api, street, li) };
}

export class Phones {
  readonly transport: Transport;
  readonly #api: TestApi;
  readonly #street: TestStreet;
  readonly #tablet: TestTablet;
  #rounds = 0;

  constructor(api: TestApi, street: TestStreet, tablet: TestTablet) {
    this.#api = api;
    this.#street = street;
    this.#tablet = tablet;
    this.transport = { origin: '', fetch: api.fetch };
  }

  /** A round in which nobody has answered yet. */
  openRound(): Promise<string> {
    this.#rounds += 1;
    return this.#street.openRound(`第${this.#rounds}轮`, 'coverage');
  }

  closeRound(roundId: string) {
    const params = { areaId: this.#street.streetId, roundId };
    return this.#street.people.office.call(closeRound, { params });
  }

  issue(roundId: string, count: number, tablet = this.#tablet) {
    return tablet.call(issueTickets, { body: { streetId: this.#street.streetId, roundId, count } });
  }

  async ticket(roundId: string): Promise<Ticket> {
    return must((await this.issue(roundId, 1)).tickets[0], 'a ticket');
  }

  /** What a phone presents whose link was made for 柳荫社区. */
  async presented({ token, key }: Ticket) {
    const communityId = this.#street.communities.liuyin;
    return { token, communityId, communityProof: await proveCommunity(key, communityId) };
  }

  async anonymous(ticket: Ticket, change: Own = {}): Promise<OwnAnswers> {
    return {
      ...(await this.presented(ticket)),
      versionHash: this.#street.hashes.questionnaire,
      complete: true,
      answers: shortAnswers,
      as: { mode: 'anonymous' },
      ...change,
    };
  }

  async named(ticket: Ticket, door: TestDoor, change: Own = {}) {
    const now = this.#api.clock.now.toISOString();
    const as = {
      mode: 'named' as const,
      householdId: door.id,
      householdProof: await proveHousehold(ticket.key, door.id),
      consentedAt: now,
      sentAt: now,
    };
    return { ...(await this.anonymous(ticket, change)), as };
  }

  /** The link a tablet shows for a door of 柳荫社区. */
  async link(origin: string, ticket: Ticket, door: TestDoor): Promise<string> {
    const householdProof = await proveHousehold(ticket.key, door.id);
    return writeAnswerLink(origin, {
      ...(await this.presented(ticket)),
      householdId: door.id,
      householdProof,
    });
  }

  send(body: OwnAnswers) {
    return call(this.transport, sendAnswers, { body });
  }
}

/** The code of the problem, or `received`. */
export const codeOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'received',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  );
