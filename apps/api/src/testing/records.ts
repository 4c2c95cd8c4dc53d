/** Records as a tablet makes them, for tests. */
import {
  newId,
  newRandomId,
  push,
  type AnonymousResponse,
  type Mutation,
  type MutationPayload,
  type MutationResult,
} from '@huhudao/protocol';
import type { TestApi, TestTablet } from './test-api.ts';
import type { TestDoor, TestStreet } from './test-street.ts';

/** Complete answers to the short form. */
export const shortAnswers = {
  knowsCampaign: 'know',
  overallSatisfaction: 'satisfied',
  takesPart: 'sometimes',
  supportsEffort: 'support',
  cleanliness: 'satisfied',
  publicFacilities: 'satisfied',
  propertyManagement: 'satisfied',
  reportHandling: 'satisfied',
} satisfies Record<string, unknown>;

export class Records {
  readonly #api: TestApi;
  readonly #street: TestStreet;
  #sequence = 0;

  constructor(api: TestApi, street: TestStreet) {
    this.#api = api;
    this.#street = street;
  }

  #envelope() {
    this.#sequence += 1;
    return { id: newId(), sequence: this.#sequence, deviceTime: this.#api.clock.now.toISOString() };
  }

  visit(door: TestDoor, change: Partial<MutationPayload<'recordVisit'>> = {}): Mutation {
    const payload = {
      roundId: this.#street.roundId,
      householdId: door.id,
      outcome: 'completed' as const,
      present: [],
      companionIds: [],
      formHash: this.#street.hashes.visitForm,
      formAnswers: {},
      topics: [],
      ...change,
    };
    return { ...this.#envelope(), kind: 'recordVisit', payload };
  }

  response(door: TestDoor, change: Partial<MutationPayload<'recordResponse'>> = {}): Mutation {
    const payload = {
      roundId: this.#street.roundId,
      householdId: door.id,
      versionHash: this.#street.hashes.questionnaire,
      identityMode: 'named' as const,
      completionMode: 'handedOver' as const,
      complete: true,
      consentedAt: this.#api.clock.now.toISOString(),
      answers: shortAnswers,
      topics: [],
      ...change,
    };
    return { ...this.#envelope(), kind: 'recordResponse', payload };
  }

  issue(door: TestDoor, change: Partial<MutationPayload<'reportIssue'>> = {}): Mutation {
    const payload = {
      roundId: this.#street.roundId,
      householdId: door.id,
      category: 'lift' as const,
      note: '电梯经常停运',
      mayNameDoor: false,
      photos: [],
      ...change,
    };
    return { ...this.#envelope(), kind: 'reportIssue', payload };
  }

  anonymous(communityId: string, change: Partial<AnonymousResponse> = {}): AnonymousResponse {
    return {
      id: newRandomId(),
      roundId: this.#street.roundId,
      communityId,
      versionHash: this.#street.hashes.questionnaire,
      completionMode: 'handedOver',
      complete: true,
      answers: shortAnswers,
      ...change,
    };
  }

  async push(tablet: TestTablet, ...mutations: unknown[]): Promise<MutationResult[]> {
    const sentAt = this.#api.clock.now.toISOString();
    const body = { streetId: this.#street.streetId, sentAt, unsent: 0, oldestUnsentAt: null, mutations };
    return (await tablet.call(push, { body })).results;
  }
}
