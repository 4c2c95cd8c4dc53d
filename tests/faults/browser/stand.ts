/** The whole product as a process of its own, one street in its database, and a line before it on which all can break. */
import { newId } from '@huhudao/protocol';
import type { TestDatabase } from '@huhudao/testkit';
import { must } from '@huhudao/domain';
import * as rounds from '../../../apps/api/src/testing/rounds.queries.ts';
import { startTestApi, type TestApi, type TestPerson } from '../../../apps/api/src/testing/test-api.ts';
import {
  buildTestStreet,
  type TestDoor,
  type TestStreet,
} from '../../../apps/api/src/testing/test-street.ts';
import { Product } from '../../journeys/product.ts';
import { password } from '../../tablet/stand.ts';
import { Tablets } from '../../tablet/tablets.ts';
import { TcpProxy } from '../tcp/tcp-proxy.ts';
import { Ledger } from './ledger.ts';

/** Where tablets send what was recorded. */
export const pushPath = '/api/sync/push';

export type FaultStand = {
  readonly api: TestApi;
  readonly street: TestStreet;
  readonly product: Product;
  readonly line: TcpProxy;
  /** Where tablets find the app: on the other side of the line. */
  readonly address: string;
  readonly tablets: Tablets;
  /** What the screens of all its tablets have said. */
  readonly ledger: Ledger;
  /** The other team of 柳荫, and who leads it. */
  readonly others: { readonly teamId: string; readonly qian: TestPerson };
  /** A door of 柳苑1栋1单元. */
  readonly door: (room: string) => TestDoor;
};

/** Puts it up; whoever disposes of `running` takes it down. `own`: a database on a PostgreSQL of the test's own. */
export async function openFaultStand(running: AsyncDisposableStack, own?: TestDatabase): Promise<FaultStand> {
  const api = await startTestApi(new Date().toISOString(), undefined, [], own);
  running.defer(api.stop);
  // The tablets' clocks run; so must the office's.
  Object.defineProperty(api.clock, 'now', { get: () => new Date() });
  const street = await buildTestStreet(api);
  const others = await addTeam(api, street);
  for (const person of [street.people.li, others.qian]) await api.givePassword(person, password);
  const product = await Product.start(api.connection);
  running.defer(() => product.stop());
  const line = await TcpProxy.open(product.port);
  running.defer(() => line.close());
  const tablets = new Tablets();
  running.defer(() => tablets.close());
  const door = (room: string): TestDoor =>
    must(
      street.doors.liuyin.find((one) => one.room === room),
      `door ${room}`,
    );
  const address = `${line.origin}/tablet/`;
  return { api, street, product, line, address, tablets, ledger: new Ledger(), others, door };
}

async function addTeam(api: TestApi, { streetId, communities, roundId }: TestStreet) {
  const qian = await api.person('qian', ['worker', communities.liuyin]);
  const teamId = newId();
  const team = { streetId, id: teamId, communityId: communities.liuyin, name: '柳荫二组', leaderId: qian.id };
  await rounds.insertTeam(api.sql, team);
  await rounds.insertTeamMember(api.sql, streetId, teamId, qian.id);
  await rounds.insertRoundTeam(api.sql, streetId, roundId, teamId);
  return { teamId, qian };
}

/** Nothing gets through any more, either way. */
export function goAway({ line }: FaultStand): void {
  line.faults = { resetAt: { direction: 'toServer', bytes: 0 } };
  line.hangUp();
}

/** The line is sound. */
export function comeBack({ line }: FaultStand): void {
  line.faults = {};
  line.hangUp();
}
