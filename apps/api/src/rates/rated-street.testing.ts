/** A test street whose residents answer in numbers: anonymous responses, which need no door each. */
import { must } from '@huhudao/domain';
import { pushAnonymous, type AnonymousResponse } from '@huhudao/protocol';
import { CompiledVersions } from '../questionnaires/compiled-versions.ts';
import { Records, shortAnswers } from '../testing/records.ts';
import { startTestApi, type TestApi, type TestPerson, type TestTablet } from '../testing/test-api.ts';
import { buildTestStreet, type TestStreet } from '../testing/test-street.ts';
import * as facts from './rates.facts.queries.ts';
import { releaseEverywhere } from './release-everywhere.ts';

export type CommunityKey = 'liuyin' | 'nanqiao';
type Answers = Record<string, unknown>;

/** Households each community's sample stands for. */
export const frames: Record<CommunityKey, number> = { liuyin: 1300, nanqiao: 900 };

export type RatedStreet = Awaited<ReturnType<typeof startRatedStreet>>;

export async function startRatedStreet() {
  const api = await startTestApi();
  const street = await buildTestStreet(api);
  await facts.insertDraws(api.sql, street.streetId, street.roundId, drawsOf(street));
  const tablets = {
    liuyin: await api.tablet(street.people.zhao),
    nanqiao: await api.tablet(street.people.sun),
  };
  const readers = await addReaders(api, street);
  const versions = new CompiledVersions();
  const records = new Records(api, street);

  /** So many residents of a community give these answers, besides the usual ones. */
  async function answer(community: CommunityKey, count: number, answers: Answers, roundId = street.roundId) {
    const responses = Array.from({ length: count }, () =>
      records.anonymous(street.communities[community], { roundId, answers: { ...shortAnswers, ...answers } }),
    );
    await send(tablets[community], street.streetId, responses);
  }

  /** The usual answers, to another version of the questionnaire. */
  async function answerAs(community: CommunityKey, count: number, versionHash: string, roundId: string) {
    const responses = Array.from({ length: count }, () =>
      records.anonymous(street.communities[community], { roundId, versionHash }),
    );
    await send(tablets[community], street.streetId, responses);
  }

  /** A few residents give these answers, in one batch with others who give the usual ones. */
  async function answerMixed(
    community: CommunityKey,
    count: number,
    answers: Answers,
    others: number,
    roundId = street.roundId,
  ) {
    const communityId = street.communities[community];
    const few = Array.from({ length: count }, () =>
      records.anonymous(communityId, { roundId, answers: { ...shortAnswers, ...answers } }),
    );
    const usual = Array.from({ length: others }, () => records.anonymous(communityId, { roundId }));
    await send(tablets[community], street.streetId, [...few, ...usual]);
  }

  /** Looks what is due, as the server does every few seconds. */
  const release = () => releaseEverywhere(api.deps, versions);

  return { api, street, tablets, readers, records, versions, answer, answerAs, answerMixed, release };
}

const drawsOf = (street: TestStreet) =>
  (Object.keys(frames) as CommunityKey[]).map((key) => ({
    communityId: street.communities[key],
    frameSize: frames[key],
  }));

async function addReaders(
  api: TestApi,
  street: TestStreet,
): Promise<Record<'district' | 'street' | CommunityKey, TestPerson>> {
  return {
    district: await api.person('tang', ['districtOffice', street.districtId]),
    street: street.people.office,
    liuyin: await api.person('wang', ['communityOffice', street.communities.liuyin]),
    nanqiao: await api.person('qian', ['communityOffice', street.communities.nanqiao]),
  };
}

/** In batches as tablets send them: 5 to 100. */
async function send(
  tablet: TestTablet,
  streetId: string,
  responses: readonly AnonymousResponse[],
): Promise<void> {
  for (let from = 0; from < responses.length;) {
    const left = responses.length - from;
    const size = left <= 100 ? left : Math.min(100, left - 5);
    const batch = responses.slice(from, from + size);
    const { results } = await tablet.call(pushAnonymous, { body: { streetId, responses: batch } });
    must(
      results.every((one) => one.result === 'accepted') ? true : undefined,
      'acceptance of every response',
    );
    from += size;
  }
}
