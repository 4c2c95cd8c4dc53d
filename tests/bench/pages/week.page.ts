/**
 * A week's visits, written into the tablet's own store by the tablet's own code: what a worker's taps lead to, without
 * the taps. Runs in the page of the locked app, which has nobody's store open.
 */
import { must, type IdentityMode, type Outcome } from '@huhudao/domain';
import { cryptoRandom, freezeWork } from '@huhudao/outbox';
import type { CompiledVersion, Definition } from '@huhudao/questionnaire';
import { DeviceDatabase } from '../../../apps/tablet/src/local/device.database.ts';
import type { Person } from '../../../apps/tablet/src/local/people.store.ts';
import { PersonDatabase } from '../../../apps/tablet/src/local/person.database.ts';
import { isCompiled, loadReference, readVersion } from '../../../apps/tablet/src/local/reference.store.ts';
import type { Household, Round, StreetReference } from '../../../apps/tablet/src/local/reference.types.ts';
import { outboxStorage } from '../../../apps/tablet/src/local/storage.ts';
import { unlock } from '../../../apps/tablet/src/local/unlock.ts';
import { vaultOf } from '../../../apps/tablet/src/local/vault.ts';
import { workStore } from '../../../apps/tablet/src/local/work.store.ts';
import type { Draft, HeldWork } from '../../../apps/tablet/src/local/work.types.ts';
import { newDraft } from '../../../apps/tablet/src/work/draft.ts';
import { finishVisit, type Forms } from '../../../apps/tablet/src/work/finish-visit.ts';
import { doorRefOf, quickVisits } from '../../../apps/tablet/src/work/record-visit.ts';

export type Week = { days: number; visitsADay: number; pin: string };
export type Recorded = { visits: number; linked: number; anonymous: number };

type Tablet = Awaited<ReturnType<typeof openTablet>>;

async function recordWeek({ days, visitsADay, pin }: Week): Promise<Recorded> {
  const tablet = await openTablet(pin);
  const recorded: Recorded = { visits: 0, linked: 0, anonymous: 0 };
  const dayMs = 86_400_000;
  for (let number = 0; number < days * visitsADay; number++) {
    const day = Math.floor(number / visitsADay);
    const at = Date.now() - (days - day) * dayMs + (number % visitsADay) * 300_000;
    const household = must(tablet.households[number], 'a door for every visit');
    const mode = modeOf(number);
    recorded.visits += 1;
    if (mode === 'anonymous') recorded.anonymous += 1;
    else if (mode !== null) recorded.linked += 1;
    await keep(tablet, await visited(tablet, household, { number, mode, at }));
  }
  tablet.database.close();
  return recorded;
}

/** Half of them are reached; of those one in five answers anonymously, and most of the others confidentially. */
function modeOf(number: number): IdentityMode | null {
  if (number % 2 === 1) return null;
  const turn = (number / 2) % 5;
  if (turn === 0) return 'anonymous';
  return turn === 1 ? 'named' : 'confidential';
}

type How = { number: number; mode: IdentityMode | null; at: number };

const unreached: readonly Outcome[] = ['notHome', 'notHome', 'notHome', 'noAccess', 'refused', 'vacant'];

async function visited(tablet: Tablet, household: Household, how: How): Promise<HeldWork> {
  const { streetId, round, forms, work } = tablet;
  const view = { streetId, round, stairwells: [] };
  const outcome = must(unreached[how.number % unreached.length], 'an outcome');
  if (how.mode === null) return quickVisits(view, [household], { outcome, appointment: null }, how.at);
  const draft = newDraft(doorRefOf(view, household), round, household, new Date(how.at).toISOString());
  const answered: Draft = {
    ...draft,
    step: 'finish',
    present: ['familyMember'],
    identityMode: how.mode,
    completionMode: how.number % 3 === 0 ? 'readAloud' : 'handedOver',
    consentedAt: new Date(how.at).toISOString(),
    answering: 'finished',
    questionnaire: {
      ...must(draft.questionnaire, 'a questionnaire'),
      answers: answersTo(tablet, how.number),
    },
    form: { ...draft.form, answers: { purposeTold: true, materials: ['handbook', 'contactCard'] } },
  };
  await work.putDraft(answered);
  return finishVisit(answered, forms, how.at);
}

/** All items of the questionnaire, and what should be put right. */
function answersTo({ definition }: Tablet, number: number): Record<string, string | string[]> {
  const items = definition.pages.flatMap(({ elements }) => elements);
  const single = items.flatMap((item, index) => {
    if (item.type !== 'radiogroup') return [];
    const choice = must(item.choices[(number * 7 + index) % item.choices.length], 'a choice');
    return [[item.name, choice.value]];
  });
  return { ...Object.fromEntries(single), topicsToFix: ['rubbish', 'lift'] };
}

/** Saved so that it can be taken back, and frozen as it is some seconds later. */
async function keep({ work, storage, person }: Tablet, held: HeldWork): Promise<void> {
  await work.hold(held);
  const { sealingKey } = person.profile;
  await freezeWork(storage, { now: () => held.heldAt, random: cryptoRandom, sealingKey }, held.work);
}

async function openTablet(pin: string) {
  const person = await personOf(pin);
  const database = new PersonDatabase(person.profile.session.personId);
  const vault = vaultOf(person.key);
  const street = must((await loadReference(database, vault))[0], 'a pulled street');
  const round = must(street.rounds[0], 'a round');
  const versions = {
    form: await readVersion(database, vault, round.visitFormHash),
    questionnaire: await readVersion(database, vault, must(round.questionnaireHash, 'a questionnaire')),
  };
  const forms: Forms = {
    form: compiled(versions.form?.compiled),
    questionnaire: compiled(versions.questionnaire?.compiled),
  };
  return {
    person,
    database,
    storage: outboxStorage(database, vault),
    work: workStore(database, vault),
    streetId: street.streetId,
    round,
    forms,
    // The tablet pulled what was published, and only what `check` let through was.
    definition: must(versions.questionnaire, 'a pulled form').definition as unknown as Definition,
    households: openHouseholds(street, round),
  };
}

async function personOf(pin: string): Promise<Person> {
  const device = new DeviceDatabase();
  const row = must((await device.people.toArray())[0], 'somebody who signed in');
  const opened = await unlock(device, row.personId, pin);
  device.close();
  if (opened.result !== 'open') throw new Error(`the store is ${opened.result}`);
  return opened.person;
}

function compiled(value: unknown): CompiledVersion {
  if (!isCompiled(value)) throw new Error('a form that was not pulled');
  return value;
}

/** Doors of the round where nobody was yet, in the order in which they were pulled. */
function openHouseholds({ assignments, households }: StreetReference, round: Round): Household[] {
  const open = new Set(
    assignments.flatMap((one) => (one.roundId === round.id && one.attempts === 0 ? [one.householdId] : [])),
  );
  return households.filter(({ id }) => open.has(id));
}

Object.assign(globalThis, { recordWeek });
