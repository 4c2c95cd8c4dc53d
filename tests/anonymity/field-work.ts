/**
 * Rounds as they are walked: three tablets visit doors in sessions, note what residents want put right, send what they have,
 * and send the anonymous answers when their own code lets them. Some residents answer on their own phones, while the worker
 * stands at the door. Which answer came from which door is written down here and nowhere else.
 */
import {
  createSyncEngine,
  cryptoRandom,
  freezeWork,
  httpSyncClient,
  type MutationEntry,
  type SyncEngine,
  type Work,
} from '@huhudao/outbox';
import { emptyDisk, memoryStorage, type Disk } from '@huhudao/outbox/testing';
import { closeRound, newId } from '@huhudao/protocol';
import { shortAnswers } from '../../apps/api/src/testing/records.ts';
import type { TestApi, TestTablet } from '../../apps/api/src/testing/test-api.ts';
import type { TestDoor, TestStreet } from '../../apps/api/src/testing/test-street.ts';
import { dice } from './dice.ts';
import { issueAt, type Issue } from './issues.ts';
import { phonesBefore, type Phones } from './phones.ts';
import { markOf, type Secret } from './secrets.ts';

export type Moment = { roundId: string; closed: boolean };

type Tablet = {
  device: TestTablet;
  disk: Disk<null>;
  engine: SyncEngine;
  doors: TestDoor[];
  phones: Phones;
};

const minute = 60_000;

export async function openField(api: TestApi, street: TestStreet, seed: number) {
  const roll = dice(seed);
  const { zhao, li, sun } = street.people;
  const { liuyin, nanqiao } = street.doors;
  const tablets = [
    await startTablet(api, street, await api.tablet(zhao), liuyin.slice(0, 12)),
    await startTablet(api, street, await api.tablet(li), liuyin.slice(12)),
    await startTablet(api, street, await api.tablet(sun), nanqiao),
  ];
  const secrets: Secret[] = [];

  const pass = (minutes: number): void => {
    api.clock.now = new Date(api.clock.now.getTime() + minutes * minute);
  };

  /** One tablet goes to some doors, sends its visits, and later the anonymous answers. */
  async function session(roundId: string, tablet: Tablet, doors: readonly TestDoor[], name: string) {
    for (const door of doors) {
      pass(1 + roll.below(2));
      const answered = roll.below(10);
      const mark = answered < 7 ? markOf(roundId, door.id) : null;
      const onPhone = mark !== null && roll.below(3) === 0;
      const { deviceId } = tablet.device;
      const common = { roundId, householdId: door.id, deviceId, session: name };
      const ticket = onPhone ? await tablet.phones.answer(roundId, door, mark) : null;
      if (mark !== null) secrets.push({ ...common, mark, ticket });
      const at = api.clock.now.toISOString();
      await freeze(api, tablet, visitWork(street, roundId, door, { answered, mark, onPhone, at }));
      if (roll.below(3) === 0) await reportIssue(api, tablet, issueAt(street, roundId, door, roll));
    }
    await tablet.engine.run();
    await tablet.phones.refill(roundId);
    pass(6 + roll.below(4));
    await tablet.engine.run();
    pass(roll.below(4));
  }

  /** A round from its first door to its close; `look` sees the database when all has been sent, and after the close. */
  async function round(name: string, look: (moment: Moment) => Promise<void>): Promise<void> {
    const roundId = await street.openRound(name, 'coverage');
    for (const { phones } of tablets) await phones.refill(roundId);
    for (const part of [0, 1, 2])
      for (const tablet of tablets) {
        const share = tablet.doors.length / 3;
        const doors = tablet.doors.slice(part * share, (part + 1) * share);
        await session(roundId, tablet, doors, `${roundId} ${tablet.device.deviceId} ${part}`);
      }
    for (const { engine } of tablets) await engine.endShift();
    pass(10);
    for (const { engine } of tablets) await engine.run();
    await look({ roundId, closed: false });
    // Weeks go by from round to round; an old session has ended by then.
    const office = await api.person('office', ['streetOffice', street.streetId]);
    await office.call(closeRound, { params: { areaId: street.streetId, roundId } });
    await look({ roundId, closed: true });
  }

  return { secrets, round };
}

async function startTablet(
  api: TestApi,
  street: TestStreet,
  device: TestTablet,
  doors: TestDoor[],
): Promise<Tablet> {
  const disk = emptyDisk<null>();
  const engine = createSyncEngine({
    storage: memoryStorage(disk),
    client: httpSyncClient(device.transport),
    // What is pulled tells nothing of what was sent; without streets nothing is pulled.
    streetIds: () => [],
    lockName: device.deviceId,
    clock: { now: () => api.clock.now.getTime(), after: () => () => undefined },
    random: cryptoRandom,
  });
  return { device, disk, engine, doors, phones: phonesBefore(api, street, device) };
}

async function reportIssue(api: TestApi, tablet: Tablet, { work, photos }: Issue): Promise<void> {
  for (const photo of photos) await memoryStorage(tablet.disk).addPhoto(photo);
  await freeze(api, tablet, work);
}

async function freeze(api: TestApi, tablet: Tablet, work: Work<null>): Promise<void> {
  const { publicKey: sealingKey } = api.deps.keys.sealing;
  const tools = { now: () => api.clock.now.getTime(), random: cryptoRandom, sealingKey };
  await freezeWork(memoryStorage(tablet.disk), tools, work);
}

/** Of ten doors seven answer anonymously, one confidentially, two are not at home. `mark`: null where no anonymous answers go with it. */
function visitWork(
  street: TestStreet,
  roundId: string,
  door: TestDoor,
  { answered, mark, onPhone, at }: { answered: number; mark: string | null; onPhone: boolean; at: string },
): Work<null> {
  const label = { roundId, stairwellId: door.stairwellId, householdId: door.id };
  const common = { roundId, versionHash: street.hashes.questionnaire, completionMode: 'handedOver' } as const;
  const visit: MutationEntry = {
    id: newId(),
    kind: 'recordVisit',
    label,
    payload: {
      roundId,
      householdId: door.id,
      outcome: answered < 8 ? 'completed' : 'notHome',
      present: [],
      companionIds: [],
      formHash: street.hashes.visitForm,
      formAnswers: {},
      topics: [],
    },
  };
  const base = { streetId: street.streetId, local: null };
  if (onPhone) return { ...base, mutations: [visit] };
  if (mark !== null) {
    const answers = { ...shortAnswers, topicsToFix: ['other'], otherTopic: mark };
    const anonymous = { ...common, communityId: door.communityId, complete: true, answers };
    return { ...base, mutations: [visit], anonymous };
  }
  if (answered > 7) return { ...base, mutations: [visit] };
  const response: MutationEntry = {
    id: newId(),
    kind: 'recordResponse',
    label,
    payload: {
      ...common,
      householdId: door.id,
      identityMode: 'confidential',
      complete: true,
      consentedAt: at,
      answers: shortAnswers,
      topics: [],
    },
  };
  return { ...base, mutations: [visit, response] };
}
