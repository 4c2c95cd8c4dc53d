/** What happens on the server's side meanwhile. */
import {
  assignStairwells,
  call,
  closeRound,
  newId,
  Problem,
  revokeDevice,
  type Transport,
} from '@huhudao/protocol';
import type { TestPerson } from '../../../apps/api/src/testing/test-api.ts';
import { shortForm } from '@huhudao/questionnaire';
import type { Chance } from './chance.ts';
import type { Stage } from './stage.ts';
import type { Tally } from './tally.ts';
import type { Network } from './tablet/network.ts';
import type { Served } from './town/server.ts';
import { copyStreet, putStreetBack, type StreetCopy } from './town/street-copy.ts';
import { openRound, type SimulatedStreet } from './town/street.ts';
import { publish, type Town } from './town/town.ts';

/** How often each is drawn, of the sum. */
const shares: readonly [Deed, number][] = [
  ['wait', 7],
  ['reassign', 4],
  ['publish', 1],
  ['close', 1],
  ['lateRequestsArrive', 2],
  ['backUp', 2],
  ['restore', 2],
];
type Deed = 'wait' | 'reassign' | 'publish' | 'close' | 'lateRequestsArrive' | 'backUp' | 'restore';
const deeds = shares.flatMap(([deed, share]) => Array<Deed>(share).fill(deed));

/** What the office's side of an episode works with, and what it has done. */
export type Office = {
  readonly town: Town;
  readonly served: Served;
  readonly street: SimulatedStreet;
  readonly network: Network;
  readonly stage: Stage;
  readonly chance: Chance;
  readonly tally: Tally;
  /** Rounds that were closed at some time, even if a restore opened them again. */
  readonly closed: Set<string>;
};

export async function playOffice(office: Office, count: number): Promise<void> {
  const backups: StreetCopy[] = [];
  for (let deed = 0; deed < count; deed += 1) {
    const next = office.chance.pick(deeds);
    await office.stage.turn('office', office, next);
    await act(office, next, backups);
    office.tally.add('office', next);
  }
}

/** After so many turns of others a tablet is taken out of use. */
export async function revoke(office: Office, deviceId: string, afterTurns: number): Promise<void> {
  const { stage, town, tally } = office;
  for (let turn = 0; turn < afterTurns; turn += 1) await stage.turn('administrator', office, 'waits');
  await stage.turn('administrator', office, 'takes a tablet out of use');
  const transport = transportOf(office, town.administrator);
  await call(transport, revokeDevice, { params: { deviceId } });
  tally.add('office', 'revoke');
}

async function act(office: Office, deed: Deed, backups: StreetCopy[]): Promise<void> {
  const { town, street, served, chance, network } = office;
  const { clock, sql } = town.api;
  switch (deed) {
    case 'wait':
      clock.now = new Date(clock.now.getTime() + chance.between(1, 90) * 60_000);
      return;
    case 'reassign': {
      const door = chance.pick(street.doors);
      const team = chance.pick(street.teams.filter(({ communityId }) => communityId === door.communityId));
      const params = { areaId: street.id, roundId: chance.pick(street.roundIds) };
      const body = { stairwellIds: [door.stairwellId], teamId: team.id };
      return unlessClosed(call(officeTransport(office), assignStairwells, { params, body }));
    }
    case 'publish':
      return publishAndAsk(office);
    case 'close': {
      const roundId = chance.pick(street.roundIds);
      office.closed.add(roundId);
      const params = { areaId: street.id, roundId };
      return unlessClosed(call(officeTransport(office), closeRound, { params }));
    }
    case 'lateRequestsArrive':
      return network.deliverLate();
    case 'backUp':
      backups.push(await copyStreet(sql, street.id));
      return;
    case 'restore': {
      const backup = backups.length === 0 ? town.pristine.get(street.id) : chance.pick(backups);
      if (backup !== undefined) await served.restore(() => putStreetBack(sql, street.id, backup));
      return;
    }
  }
}

/** A new version of the questionnaire is published, and another round asks with it. */
async function publishAndAsk({ town, street }: Office): Promise<void> {
  const description = { default: newId() };
  const questionnaire = await publish(town.api, 'questionnaire', { ...shortForm, description });
  await openRound(town.api, street, newId(), { ...town.forms, questionnaire });
}

const officeTransport = (office: Office): Transport => transportOf(office, office.street.office);

/** The office calls the same server as the tablets. */
function transportOf({ served }: Office, person: TestPerson): Transport {
  return {
    ...person.transport,
    fetch: (path, init) => served.answer(new Request(`http://localhost${path}`, init)),
  };
}

/** The round may be closed already. */
async function unlessClosed(call: Promise<unknown>): Promise<void> {
  await call.catch((error: unknown) => {
    if (!(error instanceof Problem) || error.code !== 'roundStateWrong') throw error;
  });
}
