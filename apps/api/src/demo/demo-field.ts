/** A team’s days in the field: doors from its list, visits and answers, sent in the evening. */
import { addDays, instantOf, must, offeredModes, type Outcome, type Presence } from '@huhudao/domain';
import { sealJson } from '@huhudao/outbox';
import {
  anonymousBatchMinimum,
  newId,
  newRandomId,
  pull,
  pullVersion,
  push,
  pushAnonymous,
  pushSealed,
  type AnonymousResponse,
  type Mutation,
  type PullResponse,
  type ResponseOf,
} from '@huhudao/protocol';
import { wishesOf, type CompiledVersion } from '@huhudao/questionnaire';
import { answerAll, meet, type DemoEncounter } from './demo-answers.ts';
import type { DemoApp, DemoUser } from './demo-client.ts';
import { issuePayload, sendDrawings, toldAt } from './demo-issues.ts';
import type { CommunityTruth } from './demo-places.ts';
import type { Dice } from './dice.ts';

export type FieldWork = {
  demo: DemoApp;
  dice: Dice;
  leader: DemoUser;
  /** The last number the tablet gave to a record. */
  tablet: { sequence: number };
  truth: CommunityTruth;
  streetId: string;
  roundId: string;
  /** Days of visiting, in order, `YYYY-MM-DD`. */
  days: readonly string[];
  /** Over how many days the first attempts are spread. */
  spread: number;
  /** Of those met, how many answer the questionnaire. */
  answering: number;
  /** What has changed since the first round. */
  trend: number;
};

type PulledRound = PullResponse['rounds'][number];
type Door = { householdId: string; communityId: string; day: string; attempts: number };
type Evening = { mutations: Mutation[]; anonymous: AnonymousResponse[] };

const again: ReadonlySet<Outcome> = new Set(['notHome', 'noAccess', 'appointment']);

/** Works through a round; tells after each day how far it is, from 0 to 1. */
export async function workRound(work: FieldWork, tell: (part: number) => void): Promise<void> {
  const { demo, leader, streetId, roundId, days } = work;
  const pulled = await leader.call(pull, { query: { streetId } });
  const round = pulled.rounds.find((one) => one.id === roundId);
  if (round === undefined || round.questionnaireHash === null)
    throw new Error('the demonstration round is not on the tablet');
  const version = (await leader.call(pullVersion, { params: { hash: round.questionnaireHash } }))
    .compiled as CompiledVersion;
  const doors = doorsOf(work, pulled);
  const waiting: AnonymousResponse[] = [];
  for (const [index, day] of days.entries()) {
    const evening: Evening = { mutations: [], anonymous: waiting.splice(0) };
    for (const door of doors.filter((one) => one.day === day)) {
      visitDoor(work, round, version, door, evening);
      if (round.purpose === 'coverage') await report(work, round, door, evening);
    }
    demo.clock.now = new Date(instantOf(day, '21:00'));
    await sendVisits(work, evening.mutations);
    waiting.push(...(await sendAnonymous(work, evening.anonymous)));
    tell((index + 1) / days.length);
  }
  await sealRest(work, waiting);
  if (round.purpose === 'coverage') await sendDrawings(leader, streetId);
}

function doorsOf({ dice, roundId, days, spread }: FieldWork, pulled: PullResponse): Door[] {
  const community = new Map(pulled.stairwells.map((stairwell) => [stairwell.id, stairwell.communityId]));
  const first = days[0];
  if (first === undefined) throw new Error('a round needs a day');
  return pulled.assignments
    .filter((assignment) => assignment.roundId === roundId && !assignment.gone)
    .map(({ householdId, stairwellId }) => ({
      householdId,
      communityId: community.get(stairwellId) ?? '',
      day: addDays(first, dice.between(0, spread - 1)),
      attempts: 0,
    }));
}

/** One attempt: what is said at the door, and what is written down. */
function visitDoor(
  work: FieldWork,
  round: PulledRound,
  version: CompiledVersion,
  door: Door,
  evening: Evening,
): void {
  const { dice, truth } = work;
  const met = meet(dice, truth);
  const answers = met.outcome === 'completed' && dice.chance(work.answering);
  const outcome = met.outcome === 'completed' && !answers ? 'visited' : met.outcome;
  const present: Presence[] = dice.chance(0.25) ? ['buildingHead'] : [];
  const completionMode = offeredModes(present).includes(met.completionMode)
    ? met.completionMode
    : 'handedOver';
  const deviceTime = someTimeOn(dice, door.day);
  const envelope = () => ({ id: newId(), sequence: ++work.tablet.sequence, deviceTime });
  const appointment = { day: addDays(door.day, 2), from: '18:30', until: '20:30' };
  const payload = {
    roundId: round.id,
    householdId: door.householdId,
    outcome,
    present,
    companionIds: [],
    ...(answers ? { completionMode } : {}),
    ...(outcome === 'appointment' ? { appointment } : {}),
    formHash: round.visitFormHash,
    formAnswers: {},
    topics: [],
  };
  evening.mutations.push({ ...envelope(), kind: 'recordVisit', payload });
  if (answers) respond(work, round, version, door, evening, { ...met, completionMode }, envelope);
  door.attempts += 1;
  door.day = again.has(outcome) && door.attempts < 3 ? addDays(door.day, dice.between(2, 3)) : '';
}

/** Now and then somebody wants something put right. */
async function report(work: FieldWork, round: PulledRound, door: Door, evening: Evening): Promise<void> {
  const { tablet } = work;
  const told = toldAt(tablet.sequence);
  const visit = evening.mutations.at(-1);
  if (told === undefined || visit === undefined) return;
  const payload = await issuePayload(told, { roundId: round.id, householdId: door.householdId });
  const { deviceTime } = visit;
  evening.mutations.push({
    id: newId(),
    sequence: ++tablet.sequence,
    deviceTime,
    kind: 'reportIssue',
    payload,
  });
}

function someTimeOn(dice: Dice, day: string): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return instantOf(day, `${two(dice.between(9, 20))}:${two(dice.between(0, 59))}`);
}

function respond(
  { dice, truth, trend }: FieldWork,
  round: PulledRound,
  version: CompiledVersion,
  door: Door,
  evening: Evening,
  met: DemoEncounter,
  envelope: () => { id: string; sequence: number; deviceTime: string },
): void {
  const { identityMode, completionMode } = met;
  const answers = answerAll(dice, version, truth, trend, identityMode !== 'anonymous');
  const response = {
    roundId: round.id,
    versionHash: must(round.questionnaireHash, 'questionnaire'),
    completionMode,
    complete: true,
    answers,
  };
  if (identityMode === 'anonymous') {
    evening.anonymous.push({ ...response, id: newRandomId(), communityId: door.communityId });
    return;
  }
  const { topics } = wishesOf(version, answers);
  const { deviceTime, ...rest } = envelope();
  const payload = {
    ...response,
    householdId: door.householdId,
    identityMode,
    consentedAt: deviceTime,
    topics,
  };
  evening.mutations.push({ ...rest, deviceTime, kind: 'recordResponse', payload });
}

async function sendVisits(
  { demo, leader, streetId }: FieldWork,
  mutations: readonly Mutation[],
): Promise<void> {
  for (let at = 0; at < mutations.length; at += 100) {
    const sentAt = demo.clock.now.toISOString();
    const body = {
      streetId,
      sentAt,
      unsent: 0,
      oldestUnsentAt: null,
      mutations: mutations.slice(at, at + 100),
    };
    expectTaken(await leader.call(push, { body }));
  }
}

/** Sends whole batches; gives back a remainder that is too small to be sent. */
async function sendAnonymous(
  { leader, streetId }: FieldWork,
  responses: readonly AnonymousResponse[],
): Promise<AnonymousResponse[]> {
  if (responses.length < anonymousBatchMinimum) return [...responses];
  for (let at = 0; at < responses.length; at += 90) {
    // The last batch takes what would be too small to go alone.
    const rest = responses.length - at - 90;
    const size = rest > 0 && rest < anonymousBatchMinimum ? 90 + rest : 90;
    const body = { streetId, responses: responses.slice(at, at + size) };
    expectTaken(await leader.call(pushAnonymous, { body }));
    if (size > 90) break;
  }
  return [];
}

async function sealRest(
  { demo, leader, streetId }: FieldWork,
  responses: readonly AnonymousResponse[],
): Promise<void> {
  if (responses.length === 0) return;
  const sealed = await Promise.all(
    responses.map(async (response) => ({
      id: response.id,
      roundId: response.roundId,
      box: await sealJson(demo.sealingKey, response),
    })),
  );
  expectTaken(await leader.call(pushSealed, { body: { streetId, sealed } }));
}

/** @throws Error where the product refuses what the demonstration made: that is a fault of the demonstration. */
function expectTaken({ results }: ResponseOf<typeof push>): void {
  const refused = results.find((one) => one.result === 'rejected');
  if (refused !== undefined) throw new Error(`demonstration record refused: ${refused.code}`);
}
