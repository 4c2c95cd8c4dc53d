import {
  allows,
  changePassword,
  Problem,
  readSession,
  signIn,
  signInDevice,
  signOut,
  signOutDevice,
  type SessionView,
} from '@huhudao/protocol';
import type { Deps } from '../http/deps.ts';
import { hashToken, type Identities } from '../http/identity.ts';
import { readInstallation, type InstallationRow } from '../http/installation.queries.ts';
import { expectStrong, hashPassword } from '../http/passwords.ts';
import { route, type Route } from '../http/route.ts';
import { clearSessionCookie, readSessionCookie, writeSessionCookie } from '../http/session-cookie.ts';
import { onPlatform } from '../http/transaction.ts';
import { PasswordCheck } from './password-check.ts';
import * as commands from './sessions.commands.ts';
import { presentSession } from './sessions.present.ts';
import { listRoles } from './sessions.queries.ts';
import { storeSecrets } from './store-secrets.ts';

async function installationOf(deps: Deps): Promise<InstallationRow> {
  const [installation] = await readInstallation(deps.sql);
  if (installation === undefined) throw new Problem('unavailable');
  return installation;
}

/** Somebody whose role does nothing on a tablet is told at once, not at every step. @throws Problem noTabletRole */
async function expectTabletRole(deps: Deps, personId: string): Promise<void> {
  const held = (await listRoles(deps.sql, personId)).map((grant) => grant.role);
  if (!allows('sync.pull', held)) throw new Problem('noTabletRole');
}

/** Whose session a token opens, as that person sees it. */
export async function viewSession(deps: Deps, identities: Identities, token: string): Promise<SessionView> {
  await deps.areas.refresh();
  const { demo } = await installationOf(deps);
  return presentSession(await identities.bySession(token), deps.areas, demo);
}

type Parts = { identities: Identities; passwords: PasswordCheck };

export function sessionRoutes({ identities }: { identities: Identities }): readonly Route[] {
  const parts = { identities, passwords: new PasswordCheck() };
  return [...officeRoutes(parts), ...tabletRoutes(parts)];
}

function officeRoutes({ identities, passwords }: Parts): readonly Route[] {
  return [
    route(signIn, async ({ deps, body, context }) => {
      const { id: personId } = await passwords.check(deps, body.login, body.password);
      const cookie = readSessionCookie(context, deps.env);
      const former = cookie === undefined ? undefined : hashToken(cookie);
      const actor = { personId, deviceId: null };
      const token = await onPlatform(deps, actor, commands.startSession, { personId, former });
      identities.forget();
      writeSessionCookie(context, deps.env, token);
      return viewSession(deps, identities, token);
    }),

    route(readSession, async ({ deps, identity }) => {
      const { demo } = await installationOf(deps);
      return presentSession(identity, deps.areas, demo);
    }),

    route(signOut, async ({ deps, actor, identity, context }) => {
      await onPlatform(deps, actor, commands.endSession, identity);
      identities.forget();
      clearSessionCookie(context, deps.env);
      return undefined;
    }),

    route(changePassword, async ({ deps, actor, identity, body, context }) => {
      const { personId, login } = identity;
      await passwords.check(deps, login, body.current);
      expectStrong(body.next, login, body.current);
      const passwordHash = await hashPassword(body.next);
      const token = await onPlatform(deps, actor, commands.changePassword, { personId, passwordHash });
      identities.forget();
      writeSessionCookie(context, deps.env, token);
      return undefined;
    }),
  ];
}

function tabletRoutes({ identities, passwords }: Parts): readonly Route[] {
  return [
    route(signInDevice, async ({ deps, body }) => {
      const { id: personId } = await passwords.check(deps, body.login, body.password);
      await expectTabletRole(deps, personId);
      const { deviceId, deviceName } = body;
      const actor = { personId, deviceId };
      const given = await onPlatform(deps, actor, commands.signInDevice, { personId, deviceId, deviceName });
      identities.forget();
      await deps.areas.refresh();
      const { demo, epoch } = await installationOf(deps);
      const identity = await identities.byCredential(given.credential);
      const person = presentSession(identity, deps.areas, demo);
      const { revoked } = given;
      const secrets = storeSecrets(deps.keys, personId, deviceId);
      const unlockSecret = revoked ? null : secrets.unlockSecret;
      const sealingKey = deps.keys.sealing.publicKey;
      return { ...given, ...secrets, unlockSecret, person, sealingKey, epoch };
    }),

    route(signOutDevice, async ({ deps, actor, identity }) => {
      await onPlatform(deps, actor, commands.signOutDevice, identity);
      identities.forget();
      return undefined;
    }),
  ];
}
