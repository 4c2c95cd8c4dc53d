/** Plays what a worker does on a tablet, through the deaths of its app, and writes down what they were told. */
import { must } from '@huhudao/domain';
import { freezeWork, type Work } from '@huhudao/outbox';
import type { LocalPart } from '../../../../apps/tablet/src/local/work.types.ts';
import { handOverWork } from '../../../../apps/tablet/src/work/corrections.ts';
import type { Chance } from '../chance.ts';
import type { Ledger } from '../ledger.ts';
import type { Stage } from '../stage.ts';
import type { Tally } from '../tally.ts';
import type { SimulatedStreet } from '../town/street.ts';
import type { Forms } from '../town/town.ts';
import type { Act, DoomedAct } from './acts.ts';
import type { App, Hand } from './app.ts';
import { freezeHeld } from './freeze-held.ts';
import { writeIssue } from './issues.ts';
import type { Tablet } from './tablet.ts';
import { draftAt, editOf, finished, nobodyHome, single, type Place } from './work.ts';

export type Scene = {
  readonly stage: Stage;
  readonly chance: Chance;
  readonly ledger: Ledger;
  readonly tally: Tally;
  readonly street: SimulatedStreet;
  readonly forms: Forms;
};

const weekMs = 7 * 86_400_000;

/** Does these acts one after the other, on whatever app runs then. */
export async function playWorker(
  scene: Scene,
  tablet: Tablet,
  actor: string,
  acts: readonly DoomedAct[],
): Promise<void> {
  const { stage, chance, tally } = scene;
  const hands = new Map<App, Hand>();
  for (const act of acts) {
    await stage.turn(actor, tablet, act.act);
    await tablet.disk.rest(chance);
    const app = await tablet.app();
    const hand = hands.get(app) ?? (await app.orDeath(app.openTab(actor)));
    if (hand === 'died') continue;
    hands.set(app, hand);
    // Its screen is covered.
    if (tablet.shut && act.act !== 'sync') continue;
    if (act.death !== null) app.doom(act.death);
    const end = await app.orDeath(new Player(scene, tablet, hand).play(act));
    tally.add('acts', act.act);
    if (end === 'died') tally.add('deaths', act.death?.when ?? 'with another tab');
  }
}

class Player {
  readonly #scene: Scene;
  readonly #tablet: Tablet;
  readonly #hand: Hand;

  constructor(scene: Scene, tablet: Tablet, hand: Hand) {
    this.#scene = scene;
    this.#tablet = tablet;
    this.#hand = hand;
  }

  async play(act: Act): Promise<unknown> {
    const { street, chance, forms } = this.#scene;
    const { teamId } = this.#tablet.worker;
    switch (act.act) {
      case 'visit':
        return this.#visit(act);
      case 'draft':
        return this.#write(this.#place(), act.edits);
      case 'landing': {
        const doors = chance.some(this.#doors(), act.doors);
        const [roundId] = [chance.pick(street.roundIds)];
        const places = doors.map((door) => ({ streetId: street.id, roundId, door }));
        return this.#freeze(nobodyHome(places, forms, this.#tablet.now()));
      }
      case 'amend': {
        const visitId = this.#ownRecord('recordVisit');
        if (visitId === undefined) return undefined;
        const payload = { visitId, outcome: act.outcome, reason: '看错门牌' };
        return this.#freeze(single(street.id, { kind: 'amendVisit', payload }));
      }
      case 'plan': {
        const { door, roundId } = this.#place();
        const hour = chance.between(8, 20);
        const times = { day: '2026-11-12', from: `${pad(hour)}:00`, until: `${pad(hour)}:30` };
        const payload = { roundId, stairwellId: door.stairwellId, teamId, ...times };
        return this.#freeze(single(street.id, { kind: 'planVisit', payload }));
      }
      case 'cancelPlan': {
        const planId = this.#ownRecord('planVisit');
        if (planId === undefined) return undefined;
        return this.#freeze(single(street.id, { kind: 'cancelPlan', payload: { planId } }));
      }
      case 'acceptPlan': {
        const planId = this.#ownRecord('planVisit');
        if (planId === undefined) return undefined;
        return this.#freeze(single(street.id, { kind: 'acceptPlan', payload: { planId } }));
      }
      case 'revisit': {
        const revisitId = chance.pick(this.#doors().flatMap((door) => door.revisitId ?? []));
        const payload = { revisitId, state: chance.pick(['visited', 'resolved'] as const) };
        return this.#freeze(single(street.id, { kind: 'recordRevisit', payload }));
      }
      case 'issue':
        return writeIssue(this.#scene, this.#tablet, this.#hand, this.#place(), act);
      case 'handOver':
        return this.#handOver();
      case 'setClock':
        this.#tablet.clockOff = this.#tablet.clockSide * act.share * weekMs;
        return undefined;
      case 'sync':
        return this.#sync(act);
    }
  }

  /** Once it hears that it is out of use, nothing can be taken back any more and the shift is over. */
  async #sync({ script, endShift, photos }: Extract<Act, { act: 'sync' }>): Promise<void> {
    const { shut } = this.#tablet;
    for (const held of shut ? await this.#hand.work.held() : [])
      await freezeHeld(this.#tablet, this.#hand, held);
    const how = { endShift: endShift || shut, photos: photos || shut };
    const { failure } = await this.#hand.sync(script, how);
    if (failure?.kind === 'deviceRevoked') this.#tablet.shut = true;
  }

  async #handOver(): Promise<void> {
    const refused = (await this.#hand.storage.list(['needsAttention'])).filter(
      ({ correctedBy }) => correctedBy === null,
    );
    const [oldest] = refused;
    const record = oldest === undefined ? undefined : await this.#hand.storage.read(oldest.id);
    // The other tab's run may have sent it meanwhile.
    if (record?.state === 'needsAttention') await this.#freeze(handOverWork(record, '请街道处理'));
  }

  #doors() {
    const { communityId } = this.#tablet.worker;
    return this.#scene.street.doors.filter((door) => door.communityId === communityId);
  }

  #place(): Place {
    const { street, chance } = this.#scene;
    return { streetId: street.id, roundId: chance.pick(street.roundIds), door: chance.pick(this.#doors()) };
  }

  /** Something this worker recorded before and was told is saved. */
  #ownRecord(kind: 'recordVisit' | 'planVisit'): string | undefined {
    const { ledger, chance } = this.#scene;
    const own = [...ledger.records.values()].filter(
      (one) => one.tablet === this.#tablet.name && one.entry.kind === kind && one.word === 'saved',
    );
    return own.length === 0 ? undefined : chance.pick(own).entry.id;
  }

  async #visit({ response, edits, takenBack, round }: Extract<Act, { act: 'visit' }>): Promise<void> {
    const { forms, ledger, street } = this.#scene;
    const place = { ...this.#place(), roundId: must(street.roundIds[round], 'a round') };
    const draft = await this.#write(place, edits + 1);
    const mark = `mark ${ledger.records.size} ${this.#tablet.name}`;
    const how = { response, mark, outcome: 'visited' } as const;
    const held = finished(draft, forms, how, this.#tablet.now());
    ledger.begin(this.#tablet.name, held.work);
    const written = ledger.drafts.get(this.#draftKey(draft.id));
    const before = written?.saved ?? null;
    if (written !== undefined) written.saved = null;
    await this.#hand.work.hold(held);
    ledger.say(held.work, 'saved');
    if (takenBack) {
      ledger.say(held.work, 'open');
      if (await this.#hand.work.takeBack(held.id)) {
        ledger.say(held.work, 'takenBack');
        if (written !== undefined) written.saved = before;
        return;
      }
      ledger.say(held.work, 'saved');
    }
    await freezeHeld(this.#tablet, this.#hand, held);
  }

  /** Goes on with the draft at this door, or begins one. */
  async #write(place: Place, edits: number) {
    const { forms, ledger } = this.#scene;
    let draft = draftAt(place, forms, 0, this.#tablet.now());
    const key = this.#draftKey(draft.id);
    const [there] = (await this.#hand.work.drafts()).filter(({ id }) => id === draft.id);
    const from = there === undefined ? 0 : editOf(there);
    for (let edit = from + 1; edit <= from + edits; edit += 1) {
      draft = draftAt(place, forms, edit, this.#tablet.now());
      ledger.drafts.set(key, { saved: ledger.drafts.get(key)?.saved ?? null, latest: edit });
      await this.#hand.work.putDraft(draft);
      ledger.drafts.set(key, { saved: edit, latest: edit });
    }
    return draft;
  }

  #draftKey(draftId: string): string {
    return `${this.#tablet.name} ${draftId}`;
  }

  async #freeze(work: Work<LocalPart>): Promise<void> {
    const { ledger } = this.#scene;
    ledger.begin(this.#tablet.name, work);
    await freezeWork(this.#hand.storage, this.#tools(this.#tablet.now()), work);
    ledger.say(work, 'saved');
  }

  #tools(at: number) {
    return { ...this.#tablet.freezeTools, now: () => at };
  }
}

const pad = (hour: number): string => String(hour).padStart(2, '0');
