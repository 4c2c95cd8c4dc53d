/**
 * Plays a list of acts on a faulty world and checks, after each and at the end, what the outbox promises. The ledger of
 * what was frozen stands outside everything that fails.
 */
import { expect } from 'vitest';
import type { AnonymousState } from '../anonymous-record.ts';
import { freezeWork, type MutationEntry } from '../freeze.ts';
import type { SealingKeyPair } from '../open.ts';
import type { FrozenRecord } from '../record.ts';
import { startApp, type Death, type Fault, type World } from './faulty-world.ts';
import { emptyDisk, memoryStorage } from './memory-storage.ts';
import { anonymousAnswers, confidentialResponse, door, visit, workOf } from './people-and-doors.ts';
import { canonical, referenceServer, type Verdict } from './reference-server.ts';
import { seeded } from './seeded.ts';
import { checkEnd, checkStep } from './simulation-checks.ts';
import { reportIssue, type IssueAct, type PhotoLedger } from './simulation-photos.ts';

export type Act =
  | {
      readonly act: 'visit';
      readonly response: 'none' | 'confidential' | 'anonymous';
      /** `fail`: the server fails on it, every time, until all is well. */
      readonly verdict: Verdict | 'fail';
      readonly death: Death;
    }
  /** The worker corrects the oldest refused record into a new one. */
  | { readonly act: 'correct' }
  | {
      readonly act: 'run';
      readonly script: readonly Fault[];
      readonly death: Death;
      readonly endShift: boolean;
    }
  | IssueAct
  /** The tablet comes to where photos may leave, or goes from there. */
  | { readonly act: 'wifi'; readonly on: boolean }
  | { readonly act: 'twoTabs'; readonly scripts: readonly [readonly Fault[], readonly Fault[]] }
  | { readonly act: 'wait'; readonly minutes: number }
  | { readonly act: 'setClock'; readonly hoursOff: number }
  | { readonly act: 'lateRequestsArrive' }
  | { readonly act: 'backUp' }
  | { readonly act: 'restore' };

export type Setup = {
  readonly keys: SealingKeyPair;
  readonly privateKey: CryptoKeyPair;
  readonly seed: number;
  /** Negative control: false makes the server forget which ids it has applied. */
  readonly claims: boolean;
  /** Negative control: false takes the mapping of `restarted` away. */
  readonly restarts: boolean;
  /** Negative control: false makes pulls silent about visits that another team met. */
  readonly tells: boolean;
};

type Expected = { readonly verdict: Verdict; readonly content: string; correctedBy?: string };

export type Simulation = {
  readonly setup: Setup;
  readonly world: World<string>;
  readonly records: Map<string, Expected>;
  readonly anonymous: Set<string>;
  readonly photos: PhotoLedger;
  readonly verdicts: Map<string, Verdict>;
  readonly backups: ReturnType<World<string>['server']['backUp']>[];
  /** Index in the world's log from which the gap between visits and anonymous responses can be judged. */
  judgeGapFrom: number;
  /** Two tabs without locks, or a clock that was moved, end what can be said about the gap before them. */
  visits: number;
};

const start = Date.parse('2026-11-02T01:00:00.000Z');
const minute = 60_000;
const unsentStates: ReadonlySet<AnonymousState> = new Set(['waiting', 'batched', 'sealed']);

export async function simulate(acts: readonly Act[], setup: Setup): Promise<void> {
  const simulation = begin(setup);
  for (const act of acts) {
    await play(simulation, act);
    checkStep(simulation);
  }
  await heal(simulation);
  await checkEnd(simulation);
}

function begin(setup: Setup): Simulation {
  const verdicts = new Map<string, Verdict>();
  const time = { now: start, tabletOff: 0 };
  const judge = (id: string): Verdict => {
    const verdict = verdicts.get(id) ?? 'accept';
    // What was put off once is taken the next time.
    if (verdict === 'defer') verdicts.set(id, 'accept');
    return verdict;
  };
  const server = referenceServer({
    claims: setup.claims,
    tells: setup.tells,
    keys: setup.privateKey,
    now: () => time.now,
    judge,
  });
  const world: World<string> = {
    disk: emptyDisk<string>(),
    server,
    time,
    random: seeded(setup.seed),
    late: [],
    poisoned: new Set(),
    log: [],
    wifi: true,
  };
  const ledger = {
    records: new Map(),
    anonymous: new Set<string>(),
    photos: new Map(),
    verdicts,
    backups: [server.backUp()],
  };
  return { setup, world, ...ledger, judgeGapFrom: 0, visits: 0 };
}

async function play(simulation: Simulation, act: Act): Promise<void> {
  const { world, backups, setup } = simulation;
  switch (act.act) {
    case 'visit':
      return visitDoor(simulation, act);
    case 'issue':
      return reportAt(simulation, act);
    case 'wifi':
      world.wifi = act.on;
      return;
    case 'correct':
      return correctOldest(simulation);
    case 'run': {
      const { engine, orDeath } = app(simulation, act.script, act.death);
      await orDeath(act.endShift ? engine.endShift() : engine.run());
      return;
    }
    case 'twoTabs': {
      const tabs = act.scripts.map((script) => app(simulation, script, null).engine.run());
      await Promise.all(tabs);
      simulation.judgeGapFrom = world.log.length;
      return;
    }
    case 'wait':
      world.time.now += act.minutes * minute;
      return;
    case 'setClock':
      world.time.tabletOff = act.hoursOff * 60 * minute;
      simulation.judgeGapFrom = world.log.length;
      return;
    case 'lateRequestsArrive':
      for (const deliver of world.late.splice(0)) await deliver();
      return;
    case 'backUp':
      backups.push(world.server.backUp());
      return;
    case 'restore': {
      const backup = backups.at(Math.floor(seeded(setup.seed)() * backups.length));
      if (backup !== undefined) world.server.restore(backup);
      return;
    }
  }
}

function app({ world, setup }: Simulation, script: readonly Fault[], death: Death) {
  const started = startApp(world, script, death);
  // The store's `restart` is all that maps `restarted`; without it the table's line is without effect.
  if (!setup.restarts) memoryWithoutRestart(started.storage);
  return started;
}

function memoryWithoutRestart(storage: { restart(): Promise<void> }): void {
  storage.restart = () => Promise.resolve();
}

/** A worker finishes a visit; the app may die before or after the work is on the disk. */
async function visitDoor(simulation: Simulation, act: Extract<Act, { act: 'visit' }>): Promise<void> {
  const { world, setup, records, anonymous, verdicts } = simulation;
  simulation.visits += 1;
  const householdId = door(simulation.visits);
  const answer = `answer ${simulation.visits}`;
  const entries: MutationEntry[] = [visit(householdId)];
  if (act.response === 'confidential') entries.push(confidentialResponse(householdId, answer));
  const verdict = act.verdict === 'fail' ? 'accept' : act.verdict;
  for (const { id } of entries) verdicts.set(id, verdict);
  if (act.verdict === 'fail') for (const { id } of entries) world.poisoned.add(id);
  const { storage, clock, orDeath } = startApp(world, [], act.death);
  const tools = { now: clock.now, random: world.random, sealingKey: setup.keys.publicKey };
  const work = workOf(entries, act.response === 'anonymous' ? anonymousAnswers(answer) : undefined);
  const end = await orDeath(freezeWork(storage, tools, work));
  for (const { id } of entries) {
    const written = world.disk.records.get(id);
    // Once the app has said "saved", it must be there; where it died first, either is right.
    if (end !== 'died' || written !== undefined) records.set(id, { verdict, content: contentOf(written) });
  }
  for (const id of world.disk.anonymous.keys()) anonymous.add(id);
}

async function reportAt(simulation: Simulation, act: IssueAct): Promise<void> {
  const { world, setup, records, photos } = simulation;
  simulation.visits += 1;
  const of = {
    householdId: door(simulation.visits),
    number: simulation.visits,
    sealingKey: setup.keys.publicKey,
  };
  const { entry, frozen } = await reportIssue(world, photos, act, of);
  const content = frozen ? contentOf(world.disk.records.get(entry.id)) : '';
  if (frozen) records.set(entry.id, { verdict: 'accept', content });
}

async function correctOldest({ world, setup, records, verdicts }: Simulation): Promise<void> {
  // A person takes longer to correct a record than a network holds back a request.
  for (const deliver of world.late.splice(0)) await deliver();
  const refused = [...world.disk.records.values()].find(
    ({ state, correctedBy }) => state === 'needsAttention' && correctedBy === null,
  );
  const expected = refused === undefined ? undefined : records.get(refused.id);
  if (refused === undefined || expected === undefined) return;
  const entry = visit(door(0));
  const tools = { now: () => world.time.now, random: world.random, sealingKey: setup.keys.publicKey };
  const work = { ...workOf([entry]), corrects: refused.id };
  await freezeWork(memoryStorage(world.disk), tools, work);
  expected.correctedBy = entry.id;
  // The server would take the old one now, which must not happen any more.
  verdicts.set(refused.id, 'accept');
  records.set(entry.id, { verdict: 'accept', content: contentOf(world.disk.records.get(entry.id)) });
}

function contentOf(record: FrozenRecord | undefined): string {
  expect(record, 'what was called saved is on the disk').toBeDefined();
  if (record === undefined || record.content.form !== 'readable') return '';
  const { id, sequence, deviceTime, kind, content } = record;
  return canonical({ id, sequence, deviceTime, kind, payload: content.payload });
}

/** The network is well again, and the worker ends the shift. */
async function heal(simulation: Simulation): Promise<void> {
  const { world } = simulation;
  for (const deliver of world.late.splice(0)) await deliver();
  world.wifi = true;
  await app(simulation, [], null).engine.endShift();
  await anonymousLeave(simulation);
  world.poisoned.clear();
  for (let runs = 0; runs < 8; runs += 1) {
    world.time.now += 20 * minute;
    await app(simulation, [], null).engine.run();
    checkStep(simulation);
  }
}

/** Records that fail the server, however many, do not keep anonymous responses here. */
async function anonymousLeave(simulation: Simulation): Promise<void> {
  const { world } = simulation;
  const unsent = () => [...world.disk.anonymous.values()].some(({ state }) => unsentStates.has(state));
  for (let runs = 0; world.poisoned.size > 0 && unsent() && runs < 200; runs += 1) {
    const { nextInMs } = await app(simulation, [], null).engine.run();
    world.time.now += Math.max(minute, nextInMs ?? 0);
    checkStep(simulation);
  }
  if (world.poisoned.size > 0) expect(unsent(), 'anonymous responses get their turn').toBe(false);
}
