/** The real API over a database of its own, for tests: a small world of areas, and people who can call it. */
import { randomBytes } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { pino, type DestinationStream } from 'pino';
import { createTestDatabase, type TestDatabase } from '@huhudao/testkit';
import type { Role } from '@huhudao/domain';
import { call, newId, type CallOf, type Endpoint, type ResponseOf, type Transport } from '@huhudao/protocol';
import { createApp } from '../app.ts';
import { readEnv } from '../env.ts';
import { Areas } from '../http/areas.ts';
import { chainStart } from '../http/audit-chain.ts';
import type { Deps } from '../http/deps.ts';
import { hashToken } from '../http/identity.ts';
import { hashPassword } from '../http/passwords.ts';
import { sessionCookie } from '../http/session-cookie.ts';
import { insertStreetHead } from '../http/transaction.queries.ts';
import { makeKeys } from '../system/keys.ts';
import * as world from './world.queries.ts';

export type TestPerson = {
  id: string;
  name: string;
  login: string;
  /** Calls an endpoint as this person from the office. */
  call: <E extends Endpoint>(endpoint: E, parts: CallOf<E>) => Promise<ResponseOf<E>>;
  transport: Transport;
};

export type TestTablet = { deviceId: string; call: TestPerson['call']; transport: Transport; token: string };

export type TestApi = Awaited<ReturnType<typeof startTestApi>>;

/**
 * Starts the API. The clock stands at `now` until a test moves it by assigning `api.clock.now`. What it logs goes
 * nowhere, or to `logged`, line by line. `own`: an empty database on a server of the test's own.
 */
export async function startTestApi(
  start = '2026-11-10T02:00:00.000Z',
  logged?: DestinationStream,
  around: readonly MiddlewareHandler[] = [],
  own?: TestDatabase,
) {
  const database = own ?? (await createTestDatabase());
  const clock = { now: new Date(start) };
  const deps: Deps = {
    sql: database.sql,
    areas: new Areas(database.sql),
    now: () => clock.now,
    log: logged === undefined ? pino({ level: 'silent' }) : pino({ level: 'trace' }, logged),
    env: readEnv({}),
    keys: await makeKeys(),
  };
  const { app, identities, demo } = createApp(deps, around);
  await world.insertInstallation(database.sql, newId(), start, chainStart);
  const fetchApp = async (input: string, init: RequestInit) => app.request(`http://localhost${input}`, init);
  const later = new Date(clock.now.getTime() + 30 * 86_400_000).toISOString();

  async function area(
    kind: 'district' | 'street' | 'community' | 'grid',
    name: string,
    parentId: string | null,
  ) {
    const id = newId();
    const above = parentId === null ? undefined : deps.areas.get(parentId);
    const streetId = kind === 'street' ? id : (above?.withinStreet ?? null);
    await world.insertArea(database.sql, { id, kind, parentId, streetId, name });
    if (kind === 'street') await insertStreetHead(database.sql, id, chainStart);
    deps.areas.forget();
    await deps.areas.refresh();
    return id;
  }

  function transport(headers: Record<string, string>): Transport {
    return { origin: '', fetch: fetchApp, headers: () => headers, unknownFields: 'refused' };
  }

  /** Adds a person with grants, signed in. */
  async function person(name: string, ...grants: [Role, string][]): Promise<TestPerson> {
    const id = newId();
    const login = `${name}-${id.slice(-12)}`;
    const token = randomBytes(24).toString('base64url');
    await world.insertPerson(database.sql, { id, login, name }, start);
    for (const [role, areaId] of grants)
      await world.insertGrant(database.sql, newId(), id, role, areaId, start);
    await world.insertSession(database.sql, hashToken(token), id, clock.now.toISOString(), later);
    const own = transport({ Cookie: `${sessionCookie}=${token}` });
    return { id, name, login, transport: own, call: (endpoint, parts) => call(own, endpoint, parts) };
  }

  /** Lets a person sign in with a password. */
  async function givePassword(owner: TestPerson, password: string): Promise<void> {
    await world.updatePassword(database.sql, owner.id, await hashPassword(password));
  }

  /** Gives a person a tablet with a credential. */
  async function tablet(owner: TestPerson, deviceId = newId()): Promise<TestTablet> {
    const token = randomBytes(24).toString('base64url');
    await world.insertDevice(database.sql, deviceId, 'tablet', owner.id, start).catch(() => {});
    await world.insertCredential(database.sql, hashToken(token), deviceId, owner.id, start, later);
    const own = transport({ Authorization: `Bearer ${token}` });
    return { deviceId, token, transport: own, call: (endpoint, parts) => call(own, endpoint, parts) };
  }

  return {
    deps,
    app,
    identities,
    demo,
    clock,
    sql: database.sql,
    connection: database.connection,
    area,
    person,
    givePassword,
    tablet,
    fetch: fetchApp,
    stop: database.drop,
  };
}
