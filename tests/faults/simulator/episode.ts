/**
 * An interleaving is one episode: a few of the district's 200 tablets, in one street, whose steps — every access to a
 * store, every request, every answer, and what the office does meanwhile — are put into one order drawn from the seed.
 * Each episode begins with tablets that have nothing on them and a street as it was founded, and ends, the network
 * being well again, when every tablet has sent what it can. Its outcome depends on no other episode.
 */
import { must } from '@huhudao/domain';
import { Chance } from './chance.ts';
import { Ledger } from './ledger.ts';
import { playOffice, revoke, type Office } from './office.ts';
import { findings } from './oracle/oracle.ts';
import { staleReference } from './oracle/reference.ts';
import { untold } from './oracle/told-both.ts';
import { readTablet } from './oracle/on-tablet.ts';
import { Stage } from './stage.ts';
import { drawAnonymousDay, drawEvening, drawSyncs, drawWork, type DoomedAct } from './tablet/acts.ts';
import type { Durability } from './tablet/disk.ts';
import type { Spoil } from './tablet/app.ts';
import { noMishaps } from './tablet/line-faults.ts';
import { networkTo, type Way } from './tablet/network.ts';
import { Tablet } from './tablet/tablet.ts';
import { playWorker, type Scene } from './tablet/worker.ts';
import type { Tally } from './tally.ts';
import type { Served } from './town/server.ts';
import { putStreetBack } from './town/street-copy.ts';
import type { SimulatedStreet } from './town/street.ts';
import { start, type Town } from './town/town.ts';

/** What a negative control takes away. */
export type Controls = {
  readonly durability: Durability;
  readonly spoil: Spoil;
  /** Done to the database after the last tablet has sent everything, before anybody looks. */
  readonly tamper: (town: Town, streetId: string) => Promise<void>;
};

export const nothingTakenAway: Controls = {
  durability: 'strict',
  spoil: (storage) => storage,
  tamper: async () => undefined,
};

export type Setting = {
  readonly town: Town;
  readonly served: Served;
  readonly tally: Tally;
  readonly controls: Controls;
};

/** The interleaving of an episode, a line a step, and what was found to be wrong after it. */
export type Ending = {
  readonly way: Way;
  readonly steps: readonly string[];
  readonly found: readonly string[];
};

/** One episode in so many goes over HTTP, through our TCP proxy. */
const tcpPercent = 20;

/** In one episode in so many a tablet is taken out of use. */
const revokedPercent = 15;

/** After one in so many all tablets pull once more, and what they show is compared with what the office has. */
const comparedPercent = 33;

export async function playEpisode(setting: Setting, seed: number): Promise<Ending> {
  const { town, served, tally, controls } = setting;
  const chance = new Chance(seed);
  town.api.clock.now = new Date(start);
  const stage = new Stage(chance);
  const street = chance.pick(town.streets);
  const way: Way = chance.percent(tcpPercent) ? 'tcp' : 'direct';
  const network = networkTo(served, way);
  const ledger = new Ledger();
  const scene: Scene = { stage, chance, ledger, tally, street, forms: town.forms };
  const withLocks = chance.percent(50);
  const { durability, spoil } = controls;
  const options = { town, stage, chance, ledger, tally, network, durability, spoil, withLocks };
  const tablets = await takeTablets(street, chance, options);
  const office = { town, served, street, network, stage, chance, tally, closed: new Set<string>() };
  const actors = new Map([['office', () => playOffice(office, chance.between(2, 5))]]);
  for (const tablet of tablets) addActors(actors, scene, tablet, chance);
  const revoked = chance.percent(revokedPercent) ? chance.pick(tablets) : null;
  if (revoked !== null) {
    const deviceId = await revoked.becomeOther();
    actors.set('administrator', () => revoke(office, deviceId, chance.between(0, 60)));
  }
  await stage.play(actors);
  await playEvening(scene, office, tablets);
  await network.idle();
  await network.deliverLate();
  await served.idle();
  const compares = chance.percent(comparedPercent);
  await settle(scene, setting, tablets, compares);
  await controls.tamper(town, street.id);
  const shown = [];
  for (const tablet of tablets) shown.push(await readTablet(tablet));
  const { pair: keys } = town.api.deps.keys.sealing;
  const { closed } = office;
  const found = await findings({
    sql: town.api.sql,
    streetId: street.id,
    ledger,
    tablets: shown,
    keys,
    closed,
    revoked: revoked?.name ?? null,
  });
  if (compares)
    found.push(...(await untold({ sql: town.api.sql, streetId: street.id }, shown, revoked?.name ?? null)));
  for (const [index, tablet] of compares ? tablets.entries() : [])
    if (tablet !== revoked)
      found.push(...(await staleReference(served, tablet, must(shown[index], 'what a tablet shows'))));
  count(tally, way, ledger, shown);
  await cleanUp(town, tablets);
  return { way, steps: stage.steps, found };
}

/** Tablets with photos go on for a while, on lines that carry records and fail photos. */
async function playEvening(scene: Scene, office: Office, tablets: readonly Tablet[]): Promise<void> {
  const { chance, ledger, stage } = scene;
  const taken = new Set([...ledger.photos.values()].map(({ tablet }) => tablet));
  const actors = new Map(
    tablets.flatMap((tablet): [string, () => Promise<void>][] => {
      const actor = `${tablet.name} evening`;
      return taken.has(tablet.name)
        ? [[actor, () => playWorker(scene, tablet, actor, drawEvening(chance))]]
        : [];
    }),
  );
  if (actors.size === 0) return;
  await stage.play(actors.set('office', () => playOffice(office, chance.between(0, 2))));
}

/** Everybody sends what they have; where it is compared, they hand over what was refused, and all pull once more. */
async function settle(
  scene: Scene,
  { town, served }: Setting,
  tablets: readonly Tablet[],
  compares: boolean,
): Promise<void> {
  for (const tablet of tablets) await sendEverything(scene, town, served, tablet);
  for (const tablet of compares ? tablets : []) {
    const actor = `${tablet.name} clearing`;
    await scene.stage.play(new Map([[actor, () => playWorker(scene, tablet, actor, handOvers)]]));
    await sendEverything(scene, town, served, tablet);
  }
}

const handOvers: readonly DoomedAct[] = Array(3).fill({ act: 'handOver', death: null });

/** Two to four who work in the same community, so that they meet at its doors. */
async function takeTablets(
  street: SimulatedStreet,
  chance: Chance,
  options: Parameters<typeof Tablet.of>[2],
): Promise<Tablet[]> {
  const { communityId } = chance.pick(street.workers);
  const neighbours = street.workers.filter((worker) => worker.communityId === communityId);
  // Only those who lead a team make plans: without this they would hardly ever be among so few.
  const first = chance.percent(40) ? neighbours.filter(({ leads }) => leads).slice(0, 1) : [];
  const others = neighbours.filter((worker) => !first.includes(worker));
  const taken = [...first, ...chance.some(others, chance.between(2, 4) - first.length)];
  return Promise.all(taken.map((worker, index) => Tablet.of(`tablet-${index + 1}`, worker, options)));
}

/** Somebody works, a tab synchronises, and now and then a second tab does so as well. */
function addActors(
  actors: Map<string, () => Promise<void>>,
  scene: Scene,
  tablet: Tablet,
  chance: Chance,
): void {
  const play = (role: string, acts: Parameters<typeof playWorker>[3]) => {
    const actor = `${tablet.name} ${role}`;
    actors.set(actor, () => playWorker(scene, tablet, actor, acts));
  };
  const busy = chance.percent(15);
  play('hand', busy ? drawAnonymousDay(chance) : drawWork(chance, tablet.worker.leads, chance.between(2, 6)));
  play('sync', drawSyncs(chance, chance.between(1, 3)));
  if (chance.percent(30)) play('other tab', drawSyncs(chance, chance.between(1, 2)));
}

const mostRuns = 16;

/** The network is well, the shift ends, and the app runs until nothing is left to send. */
async function sendEverything(scene: Scene, town: Town, served: Served, tablet: Tablet): Promise<void> {
  const actor = `${tablet.name} healing`;
  tablet.network = networkTo(served, 'direct');
  await (await tablet.app()).close();
  const heal = async (): Promise<void> => {
    const app = await tablet.app();
    const { storage, sync } = await app.openTab(actor);
    for (let runs = 0; runs < mostRuns; runs += 1) {
      const { failure } = await sync(noMishaps, { endShift: runs === 0, photos: true });
      const { queued, sending } = await storage.counts();
      const { waiting, batched, sealed } = await storage.anonymousCounts();
      const photos = await storage.photoCounts();
      const left = queued + sending + waiting + batched + sealed + photos.waiting + photos.uploading;
      if (failure?.kind === 'deviceRevoked') tablet.shut = true;
      if ((failure === null || tablet.shut) && left === 0) return app.close();
      town.api.clock.now = new Date(town.api.clock.now.getTime() + 6 * 60_000);
    }
    return app.close();
  };
  await scene.stage.play(new Map([[actor, heal]]));
}

async function cleanUp(town: Town, tablets: readonly Tablet[]): Promise<void> {
  for (const streetId of new Set(tablets.flatMap(({ worker }) => worker.streetIds))) {
    const pristine = town.pristine.get(streetId);
    if (pristine !== undefined) await putStreetBack(town.api.sql, streetId, pristine);
  }
}

function count(
  tally: Tally,
  way: Way,
  ledger: Ledger,
  tablets: readonly Awaited<ReturnType<typeof readTablet>>[],
): void {
  tally.add('interleavings', way);
  tally.add('tablets', 'started', tablets.length);
  for (const { entry } of ledger.records.values()) tally.add('records', entry.kind);
  tally.add('records', 'anonymous', ledger.anonymous.size);
  tally.add('records', 'photos', ledger.photos.size);
  for (const { state } of tablets.flatMap(({ records }) => [...records.values()])) tally.add('ended', state);
  for (const { state } of tablets.flatMap(({ anonymous }) => anonymous))
    tally.add('ended', `anonymous ${state}`);
  for (const { state } of tablets.flatMap(({ photos }) => [...photos.values()]))
    tally.add('ended', `photo ${state}`);
}
