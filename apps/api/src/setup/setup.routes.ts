import {
  fillWithDemo,
  listDemoPeople,
  newId,
  Problem,
  readSetup,
  removeDemo,
  setUp,
  type SessionView,
} from '@huhudao/protocol';
import type { Deps } from '../http/deps.ts';
import { readInstallation } from '../http/installation.queries.ts';
import { expectStrong, hashPassword } from '../http/passwords.ts';
import { route, type Route } from '../http/route.ts';
import { writeSessionCookie } from '../http/session-cookie.ts';
import { sayToTerminal } from '../http/terminal.ts';
import { onPlatform } from '../http/transaction.ts';
import type { DemoHooks } from './demo-hooks.ts';
import { showSetupLink } from './setup-link.ts';
import * as commands from './setup.commands.ts';
import { hasPeople } from './setup.queries.ts';

export type SetupWiring = commands.SetupParts & {
  viewSession: (deps: Deps, token: string) => Promise<SessionView>;
  demo?: DemoHooks;
  /** Where the link for setting up leads. */
  httpPort: () => number;
};

async function isEmpty(deps: Deps): Promise<boolean> {
  const [people] = await hasPeople(deps.sql);
  return people?.some === false;
}

export function setupRoutes(wiring: SetupWiring): readonly Route[] {
  const command = commands.setUp(wiring);
  return [
    route(readSetup, async ({ deps }) => {
      const filling = wiring.demo?.progress() ?? null;
      const [installation] = await readInstallation(deps.sql);
      const demo = installation?.demo === true;
      // What another server fills, or left half filled, is not ready either.
      if (filling !== null || (demo && !installation.demoFilled))
        return { state: 'fillingDemo' as const, demo, progress: filling ?? 0 };
      const state = (await isEmpty(deps)) ? ('empty' as const) : ('ready' as const);
      return { state, demo, progress: 1 };
    }),

    route(setUp, async ({ deps, body, context }) => {
      expectStrong(body.password, body.login);
      // Asked before the costly hash, and again under the lock.
      if (!(await isEmpty(deps))) throw new Problem('setupDone');
      const { password, ...rest } = body;
      const passwordHash = await hashPassword(password);
      const input = { ...rest, districtId: newId(), personId: newId(), passwordHash };
      const actor = { personId: input.personId, deviceId: null };
      const token = await onPlatform(deps, actor, command, input);
      deps.areas.forget();
      writeSessionCookie(context, deps.env, token);
      return wiring.viewSession(deps, token);
    }),

    ...(wiring.demo === undefined ? [] : demoRoutes(wiring.demo, wiring.httpPort)),
  ];
}

function demoRoutes(demo: DemoHooks, httpPort: () => number): readonly Route[] {
  return [
    route(fillWithDemo, async ({ deps }) => {
      await demo.fill(deps);
      return undefined;
    }),

    route(removeDemo, async ({ deps }) => {
      await demo.remove(deps);
      await showSetupLink(deps, httpPort(), sayToTerminal);
      return undefined;
    }),

    route(listDemoPeople, async ({ deps }) => demo.people(deps)),
  ];
}
