/**
 * A tablet without its screen: the app's own encrypted store (on an IndexedDB in memory), its drafts, visits, outbox
 * and sync engine, over real HTTP. What a worker would touch is called here; nothing of the app is stood in for.
 */
import 'fake-indexeddb/auto';
import { setTimeout as sleep } from 'node:timers/promises';
import { must } from '@huhudao/domain';
import {
  createSyncEngine,
  cryptoRandom,
  everythingReached,
  freezeWork,
  httpSyncClient,
  systemClock,
  type RunEnd,
} from '@huhudao/outbox';
import type { Transport } from '@huhudao/protocol';
import type { CompiledVersion } from '@huhudao/questionnaire';
import { readSnapshot, type Snapshot, type SnapshotSources } from '../../../apps/tablet/src/app/snapshot.ts';
import { streetsOf } from '../../../apps/tablet/src/app/open-sources.ts';
import { signInOnTablet } from '../../../apps/tablet/src/features/sign-in/sign-in.commands.ts';
import { DeviceDatabase } from '../../../apps/tablet/src/local/device.database.ts';
import { enter } from '../../../apps/tablet/src/local/enter.ts';
import type { Person } from '../../../apps/tablet/src/local/people.store.ts';
import { PersonDatabase } from '../../../apps/tablet/src/local/person.database.ts';
import { isCompiled, readVersion } from '../../../apps/tablet/src/local/reference.store.ts';
import { outboxStorage } from '../../../apps/tablet/src/local/storage.ts';
import { vaultOf } from '../../../apps/tablet/src/local/vault.ts';
import { concernStore } from '../../../apps/tablet/src/local/concerns.store.ts';
import { workStore } from '../../../apps/tablet/src/local/work.store.ts';
import type { HeldWork } from '../../../apps/tablet/src/local/work.types.ts';
import { newDraft } from '../../../apps/tablet/src/work/draft.ts';
import { finishVisit } from '../../../apps/tablet/src/work/finish-visit.ts';
import { doorRefOf, quickVisits } from '../../../apps/tablet/src/work/record-visit.ts';
import { roundView, type Door, type RoundView } from '../../../apps/tablet/src/work/round-view.ts';
import { pin } from '../../tablet/pin.ts';
import type { Answered, Encounter } from '../story/encounter.ts';
import type { Place } from './tablet-visit.ts';

/** A door as the tablet lists it. */
export type FieldDoor = { door: Door; communityId: string; place: Place };

export class FieldTablet {
  readonly #person: Person;
  readonly #sources: SnapshotSources;
  readonly #clock: { ahead: number };
  #seen: Snapshot | null = null;

  private constructor(person: Person, sources: SnapshotSources, clock: { ahead: number }) {
    this.#person = person;
    this.#sources = sources;
    this.#clock = clock;
  }

  /** Signs in as the app does; the first pull is a `sync` away. */
  static async signIn(
    origin: string,
    credentials: { login: string; password: string },
    deviceName: string,
  ): Promise<FieldTablet> {
    const device = new DeviceDatabase(`huhudao-${deviceName}`);
    const open: Transport = { origin, fetch: (input, init) => fetch(input, init) };
    const given = await signInOnTablet(open, device, { ...credentials, deviceName });
    const person = await enter(device, given, pin);
    const { session, credential } = person.profile;
    const transport = { ...open, headers: () => ({ Authorization: `Bearer ${credential}` }) };
    const database = new PersonDatabase(session.personId);
    const vault = vaultOf(person.key);
    const storage = outboxStorage(database, vault);
    const clock = { ahead: 0 };
    const engine = createSyncEngine({
      storage,
      client: httpSyncClient(transport),
      streetIds: () => streetsOf(session),
      lockName: database.name,
      clock: { ...systemClock, now: () => Date.now() + clock.ahead },
    });
    const [work, concerns] = [workStore(database, vault), concernStore(database, vault)];
    const sources = { database, vault, storage, engine, work, concerns };
    return new FieldTablet(person, sources, clock);
  }

  /** One run of the sync engine: push, anonymous responses if their moment has come, pull. */
  sync(): Promise<RunEnd> {
    return untilHeard(() => this.#sources.engine.run());
  }

  /** The worker taps "end of shift": remainders too small for a batch are sealed and leave. */
  endShift(): Promise<RunEnd> {
    return untilHeard(() => this.#sources.engine.endShift());
  }

  /** The tablet's clock goes on; nothing else happens meanwhile. */
  pass(minutes: number): void {
    this.#clock.ahead += minutes * 60_000;
  }

  async everythingReached(): Promise<boolean> {
    return everythingReached(await this.#sources.engine.status());
  }

  /** The doors of a round in walking order. */
  async doors(roundId: string): Promise<FieldDoor[]> {
    const view = await this.#view(roundId);
    return view.stairwells.flatMap(({ stairwell, doors }) =>
      doors.map((door) => ({
        door,
        communityId: stairwell.communityId,
        place: {
          stairwell: `${stairwell.compoundName}${stairwell.buildingLabel}${stairwell.label}`,
          room: door.household.room,
        },
      })),
    );
  }

  /** A visit from the first word to the outbox. */
  async visit(roundId: string, { door }: FieldDoor, encounter: Encounter): Promise<void> {
    const view = await this.#view(roundId);
    const now = Date.now() + this.#clock.ahead;
    const held =
      encounter.kind === 'answered'
        ? await this.#answered(view, door, encounter, now)
        : quickVisits(view, [door.household], { outcome: encounter.outcome, appointment: null }, now);
    await this.#sources.work.hold(held);
    // Ten seconds later nobody has taken it back.
    const { sealingKey } = this.#person.profile;
    const tools = { now: () => held.heldAt, random: cryptoRandom, sealingKey };
    await freezeWork(this.#sources.storage, tools, held.work);
  }

  async #answered(view: RoundView, door: Door, answered: Answered, now: number): Promise<HeldWork> {
    const { mode, how, answers, complete } = answered;
    const { work } = this.#sources;
    const fresh = newDraft(doorRefOf(view, door.household), view.round, door.household, instant(now));
    const draft = {
      ...fresh,
      identityMode: mode,
      completionMode: how,
      consentedAt: mode === 'anonymous' ? null : instant(now),
      answering: complete ? ('finished' as const) : ('stopped' as const),
      questionnaire: { ...must(fresh.questionnaire, 'a questionnaire of the round'), answers },
    };
    await work.putDraft(draft);
    const questionnaire = await this.#version(draft.questionnaire.hash);
    return finishVisit(draft, { form: await this.#version(draft.form.hash), questionnaire }, now);
  }

  async #version(hash: string): Promise<CompiledVersion> {
    const { database, vault } = this.#sources;
    const pulled = must(await readVersion(database, vault, hash), 'a version that was pulled');
    if (!isCompiled(pulled.compiled)) throw new Error(`the form ${hash} came without what it compiles to`);
    return pulled.compiled;
  }

  async #view(roundId: string): Promise<RoundView> {
    const snapshot = await this.#snapshot();
    const street = must(snapshot.streets[0], 'a street that was pulled');
    return must(roundView(street, roundId, snapshot), 'the round on the tablet');
  }

  /** As the app does, it opens again only what a pull has changed. */
  async #snapshot(): Promise<Snapshot> {
    this.#seen = await readSnapshot(this.#sources, this.#seen);
    return this.#seen;
  }
}

/** A server with much to do asks to come again: so the tablet does, when the app would. */
async function untilHeard(run: () => Promise<RunEnd>): Promise<RunEnd> {
  for (;;) {
    const end = await run();
    if (end.failure?.kind !== 'busy') return end;
    await sleep(must(end.nextInMs, 'when to come again'));
  }
}

const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();
