import { newRandomId, type SessionView } from '@huhudao/protocol';
import {
  contentHash,
  practiceQuestionnaire,
  practiceVisitForm,
  type Definition,
} from '@huhudao/questionnaire';
import type { TFunction } from 'i18next';
import type { Office } from '../../app/office.ts';
import { TabletStore } from '../../app/tablet-store.ts';
import { createStoreKey } from '../../local/envelope.ts';
import type { Person } from '../../local/people.store.ts';
import { deletePractice, keepPractice, newPracticePerson } from '../../local/practice.database.ts';
import type { PulledVersion } from '../../local/reference.store.ts';
import { workStore } from '../../local/work.store.ts';
import { withLink } from '../../work/own-device.ts';
import { practiceClient } from './practice-office.ts';
import { practicePage } from './practice-page.ts';
import { practiceWorld, type World } from './practice-world.ts';

/** `t` speaks the language that is on the screen at the time. */
type Translate = TFunction<'tablet'>;

export type OpenPractice = {
  store: TabletStore;
  /** Ends it: everything of it is deleted. */
  end: () => Promise<void>;
};

/** A new tablet in a made-up street. Its key is in memory only: where it ends in any other way, what is left opens to nobody. */
export async function openPractice(t: Translate): Promise<OpenPractice> {
  await deletePractice();
  const personId = newPracticePerson();
  const drop = await keepPractice(personId);
  const versions = await forms();
  const world = practiceWorld({ questionnaire: versions[0].hash, visitForm: versions[1].hash }, Date.now());
  const store = await TabletStore.open(await trainee(personId, world, t), practiceOffice(world, versions, t));
  const end = async () => {
    await store.leave();
    await drop();
  };
  return { store, end };
}

/** The forms of practice. What compiles them comes with the questionnaire engine, which practice needs next. */
async function forms(): Promise<[questionnaire: PulledVersion, visitForm: PulledVersion]> {
  const { compileQuestions } = await import('@huhudao/questionnaire/survey');
  const version = (definition: Definition, kind: PulledVersion['kind']): PulledVersion => ({
    ...{ hash: contentHash(definition), kind },
    ...{
      definition: { ...definition },
      compiled: { format: 1, kind, questions: compileQuestions(definition) },
    },
  });
  return [version(practiceQuestionnaire, 'questionnaire'), version(practiceVisitForm, 'visitForm')];
}

function practiceOffice(world: World, versions: readonly PulledVersion[], t: Translate): Office {
  return {
    client: practiceClient(world, () => practicePage(world, t), versions),
    tickets: (database, vault) => {
      const { putDraft } = workStore(database, vault);
      return {
        spend: async (draft) => {
          const linked = await withLink(draft, sampleTicket());
          await putDraft(linked);
          return linked;
        },
        refill: async () => undefined,
      };
    },
    tellRead: async () => undefined,
    mayUpload: () => true,
  };
}

/** A link that leads nowhere: names under `.invalid` never resolve (RFC 2606). */
const sampleTicket = () => ({
  token: newRandomId().replaceAll('-', ''),
  key: newRandomId(),
  origin: 'https://practice.invalid',
});

async function trainee(personId: string, world: World, t: Translate): Promise<Person> {
  const profile = {
    session: sessionOf(personId, world, t),
    credential: null,
    sealingKey: await sealingKey(),
  };
  return { key: await createStoreKey(), former: null, profile, autoLock: 15, revoked: false };
}

function sessionOf(personId: string, { ids }: World, t: Translate): SessionView {
  const grant = (role: 'worker' | 'buildingHead') => ({
    ...{ role, areaId: ids.street, areaKind: 'street' as const, streetId: ids.street },
    get areaName() {
      return t('practice.world.street');
    },
  });
  return {
    ...{ personId, login: personId, mustChangePassword: false, demo: false },
    grants: [grant('worker'), grant('buildingHead')],
    get name() {
      return t('practice.world.name');
    },
  };
}

/** What is sealed to it is sealed for good: the private half is let go at once. */
async function sealingKey(): Promise<string> {
  const curve = { name: 'ECDH', namedCurve: 'P-256' };
  const { publicKey } = await crypto.subtle.generateKey(curve, false, ['deriveBits']);
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', publicKey));
  return btoa(String.fromCharCode(...spki));
}
