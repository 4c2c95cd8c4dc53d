import {
  cryptoRandom,
  freezeWork,
  refuseUnfit,
  startScheduler,
  type SyncScheduler,
  type Work,
} from '@huhudao/outbox';
import { dayOf } from '@huhudao/domain';
import type { Person } from '../local/people.store.ts';
import { isCompiled, readVersion, type PulledVersion } from '../local/reference.store.ts';
import { countHandedOver } from '../local/unsent.ts';
import type { Draft, HeldWork, LocalPart } from '../local/work.types.ts';
import { draftsToClose } from '../work/ended-rounds.ts';
import { lateAnswers } from '../work/finish-visit.ts';
import { withPlaces } from '../work/named-places.ts';
import { concernWrites, dropUnnamedPhotos, type ConcernWrites } from './concern-writes.ts';
import type { Office } from './office.ts';
import { followedBy, type OwnTickets } from './own-tickets.ts';
import { allowNow } from './photo-sending.ts';
import { openSources } from './open-sources.ts';
import { refusedWork, type RefusedWork } from './refused-work.ts';
import { readSnapshot, type Snapshot, type SnapshotSources } from './snapshot.ts';
import { Shown } from './shown.ts';
import { toldWrites, type ToldWrites } from './told-writes.ts';
import { withDraft, withFrozen, withHeld, withoutDraft } from './written.ts';

/** How long something can be taken back before it is frozen. */
export const undoMilliseconds = 10_000;

/**
 * One signed-in person's tablet: their store, their outbox, and what the screens show of both. Every method that
 * writes resolves once the write is on the disk.
 */
export class TabletStore {
  readonly person: Person;
  readonly concerns: ConcernWrites;
  readonly refused: RefusedWork;
  readonly told: ToldWrites;
  readonly #sources: SnapshotSources;
  #scheduler: SyncScheduler | undefined;
  readonly #tickets: OwnTickets;
  readonly #channel: BroadcastChannel;
  readonly #timers = new Map<string, number>();
  /** What is being written: the store is not let go before it is on the disk. */
  readonly #writing = new Set<Promise<unknown>>();
  readonly #shown: Shown<Snapshot>;
  #closed = false;

  private constructor(person: Person, sources: SnapshotSources, office: Office, snapshot: Snapshot) {
    this.person = person;
    this.#tickets = office.tickets(sources.database, sources.vault);
    this.#sources = sources;
    this.concerns = concernWrites(sources, () => this.#changed());
    this.told = toldWrites(sources.database, office.tellRead, () => this.#changed());
    this.refused = refusedWork(sources.storage, () => this.#offered());
    this.#shown = new Shown(snapshot, (before) => this.#readAnew(before));
    this.#channel = new BroadcastChannel(sources.database.name);
    this.#channel.addEventListener(
      'message',
      () => void this.#shown.refresh().catch(() => this.#noteFault()),
    );
    sources.engine.subscribe(() => void this.#changed());
  }

  /** Opens a person's store. What was held when the app was last closed is frozen now. */
  static async open(person: Person, office: Office): Promise<TabletStore> {
    const sources = openSources(person, office);
    const store = new TabletStore(person, sources, office, await readSnapshot(sources, null));
    await dropUnnamedPhotos(sources);
    for (const held of store.snapshot().held) await store.#freezeHeld(held);
    await store.#closeEndedRounds();
    return store;
  }

  readonly subscribe = (listener: () => void): (() => void) => this.#shown.subscribe(listener);

  readonly snapshot = (): Snapshot => this.#shown.now();

  async saveDraft(draft: Draft): Promise<void> {
    await this.#write(this.#sources.work.putDraft(draft));
    this.#written((before) => withDraft(before, draft));
  }

  /** Spends a ticket on the draft's visit; undefined where none is left on this tablet. */
  spendTicket(draft: Draft): Promise<Draft | undefined> {
    return this.#write(this.#tickets.spend(draft));
  }

  async dropDraft(id: string): Promise<void> {
    await this.#sources.work.dropDraft(id);
    this.#written((before) => withoutDraft(before, id));
  }

  /**
   * Saves finished work; it can be taken back for a few seconds.
   * @throws Problem where it could never be sent; Error where its draft was finished meanwhile.
   */
  async hold(finished: HeldWork): Promise<void> {
    refuseUnfit(finished.work);
    const held = { ...finished, work: this.#named(finished.work) };
    await this.#write(this.#sources.work.hold(held));
    this.#timers.set(
      held.id,
      window.setTimeout(() => void this.#freezeHeld(held), undoMilliseconds),
    );
    this.#written((before) => withHeld(before, held));
  }

  /** Changes of the plan build on one another: the one before is frozen first, so that it is not taken back from under. */
  async holdPlan(held: HeldWork): Promise<void> {
    await this.freezeWhatIsHeld(({ planned }) => planned !== undefined);
    await this.hold(held);
  }

  /** False where it is frozen already: then only a new record can correct it. */
  async takeBack(id: string): Promise<boolean> {
    window.clearTimeout(this.#timers.get(id));
    const done = await this.#sources.work.takeBack(id);
    await this.#changed();
    return done;
  }

  /** Freezes work that needs no undo of this kind: plans and revisits have their own way back. */
  async freeze(work: Work<LocalPart>): Promise<void> {
    await this.#freeze(this.#named(work), Date.now());
  }

  /** A questionnaire or visit form by its hash; undefined where it has not been pulled yet. */
  version(hash: string): Promise<PulledVersion | undefined> {
    return readVersion(this.#sources.database, this.#sources.vault, hash);
  }

  /** Begins to send and to pull. Not part of opening: on a slow tablet the first screen would wait for it. */
  startSync(): void {
    const onError = () => this.#noteFault();
    const after = async () => {
      await this.told.tellOffice();
      await this.#shown.refresh();
      await this.#tickets.refill(this.snapshot().streets);
    };
    this.#scheduler ??= startScheduler(followedBy(this.#sources.engine, after, onError), { onError });
  }

  wake(): void {
    void this.#closeEndedRounds();
    this.#scheduler?.wake();
  }

  /** Somebody taps: they want to see it tried. */
  syncNow(): void {
    void this.#closeEndedRounds();
    this.#scheduler?.syncNow();
  }

  endShift(): void {
    this.#scheduler?.endShift();
  }

  /** Freezes now what could still be taken back. */
  async freezeWhatIsHeld(which: (held: HeldWork) => boolean = () => true): Promise<void> {
    for (const held of this.snapshot().held.filter(which)) {
      window.clearTimeout(this.#timers.get(held.id));
      await this.#freezeHeld(held);
    }
  }

  /** How many records the office keeps on hold because the tablet was revoked when they came. */
  countHandedOver(): Promise<number> {
    return countHandedOver(this.#sources.database);
  }

  /** Nobody sees the store any more: what is being written or sent may end, then key and store are let go. */
  async leave(): Promise<void> {
    this.#shown.forgetListeners();
    await this.freezeWhatIsHeld();
    await this.#scheduler?.finish();
    do {
      await Promise.allSettled(this.#writing);
      // A draft writes its latest state when the write before it has ended.
      await new Promise((resolve) => setTimeout(resolve));
    } while (this.#writing.size > 0);
    this.close();
  }

  close(): void {
    this.#closed = true;
    for (const timer of this.#timers.values()) window.clearTimeout(timer);
    this.#scheduler?.stop();
    this.#channel.close();
    this.#shown.forgetListeners();
    this.#sources.database.close();
  }

  /** Answers that were to be gone on with count as they are once the round's last day is over. */
  async #closeEndedRounds(): Promise<void> {
    const { streets, drafts } = this.snapshot();
    for (const draft of draftsToClose(streets, drafts, dayOf(Date.now()))) {
      try {
        await this.#closeDraft(draft);
      } catch {
        await this.#changed();
        if (this.snapshot().drafts.some((one) => one.id === draft.id)) this.#noteFault();
      }
    }
  }

  async #closeDraft(draft: Draft): Promise<void> {
    const { questionnaire } = draft;
    if (questionnaire === null || Object.keys(questionnaire.answers).length === 0)
      return this.dropDraft(draft.id);
    const version = await this.version(questionnaire.hash);
    // Without its form it is not known what the resident wishes; it waits for the next pull.
    if (!isCompiled(version?.compiled)) return;
    const work = lateAnswers(draft, version.compiled);
    if (work !== undefined) await this.#freeze(this.#named(work), Date.now());
  }

  /** Said when it is finished: by the time it is frozen its door may have gone to another team. */
  readonly #named = (work: Work<LocalPart>) => withPlaces(work, this.snapshot().streets);

  /** Where it was taken back or frozen elsewhere in the same moment, what the disk says now is the truth. */
  async #freezeHeld(held: HeldWork): Promise<void> {
    try {
      await this.#freeze(held.work, held.heldAt);
    } catch {
      await this.#changed();
      // It stays on the disk, is counted as unsent, and is tried again when the app is opened next.
      if (this.snapshot().held.some((one) => one.id === held.id)) this.#noteFault();
    }
  }

  async #freeze(work: Work<LocalPart>, at: number): Promise<void> {
    const { sealingKey } = this.person.profile;
    const records = await this.#write(
      freezeWork(this.#sources.storage, { now: () => at, random: cryptoRandom, sealingKey }, work),
    );
    const shown = withFrozen(this.snapshot(), work, records);
    if (shown === undefined) await this.#changed();
    else this.#written(() => shown);
    // Without any network a run would only pick the records up and put them back; the scheduler's own runs go on.
    if (navigator.onLine) this.#scheduler?.wake();
  }

  async #offered(): Promise<void> {
    await this.#changed();
    this.#scheduler?.syncNow();
  }

  async #write<T>(work: Promise<T>): Promise<T> {
    this.#writing.add(work);
    try {
      const written = await work;
      if (this.snapshot().notSaved) this.#note({ notSaved: false });
      return written;
    } catch (error) {
      this.#note({ notSaved: true });
      throw error;
    } finally {
      this.#writing.delete(work);
    }
  }

  #noteFault(): void {
    this.#note({ fault: true });
  }

  #note(part: Partial<Pick<Snapshot, 'fault' | 'notSaved'>>): void {
    this.#shown.written(() => part);
  }

  #written(change: (before: Snapshot) => Partial<Snapshot>): void {
    this.#shown.written(change);
    this.#tellOtherTabs();
  }

  /** Never rejects: what was written stays written where it cannot be read again at once. */
  async #changed(): Promise<void> {
    try {
      await this.#shown.refresh();
    } catch {
      this.#noteFault();
    }
    this.#tellOtherTabs();
  }

  /** What ends after the store was left or wiped has nobody to tell. */
  #tellOtherTabs(): void {
    if (!this.#closed) this.#channel.postMessage('changed');
  }

  async #readAnew(before: Snapshot): Promise<Snapshot> {
    const read = await readSnapshot(this.#sources, before);
    // A tablet that is out of use goes on handing over on whatever network there is.
    const { photosUnsent, problem } = read.status;
    if (photosUnsent === 0 && problem?.kind !== 'deviceRevoked') allowNow(false);
    return read;
  }
}
