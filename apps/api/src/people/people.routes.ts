import { fitsArea, must } from '@huhudao/domain';
import {
  changePerson,
  createPerson,
  listPeople,
  newId,
  Problem,
  resetPassword,
  type PersonView,
} from '@huhudao/protocol';
import type { Areas } from '../http/areas.ts';
import type { Deps } from '../http/deps.ts';
import type { Identities } from '../http/identity.ts';
import { hashPassword, makeInitialPassword } from '../http/passwords.ts';
import { route, type Route } from '../http/route.ts';
import { onPlatform } from '../http/transaction.ts';
import * as commands from './people.commands.ts';
import { countPeople, findPerson, listPeople as queryPeople } from './people.queries.ts';

/** Everything at or below the areas of the caller's grants. */
function reachOf(areas: Areas, areaIds: readonly string[]): commands.Reach {
  const reached = areas.within(areaIds);
  return {
    areaIds: reached.map((area) => area.id),
    wholeDistrict: reached.some((area) => area.kind === 'district'),
  };
}

/** @throws Problem notFound for an area out of reach, roleNeedsArea */
function expectSuitable(areas: Areas, grants: readonly commands.Grant[], reach: commands.Reach): void {
  // Without any role only a whole district would find the person again.
  if (grants.length === 0 && !reach.wholeDistrict) throw new Problem('roleNeedsArea');
  for (const { role, areaId } of grants) {
    const area = areas.get(areaId);
    if (area === undefined || !reach.areaIds.includes(areaId)) throw new Problem('notFound');
    if (!fitsArea(role, area.kind)) throw new Problem('roleNeedsArea', { role, areaId });
  }
}

async function readPerson(deps: Deps, personId: string, reach: commands.Reach): Promise<PersonView> {
  const [person] = await findPerson(deps.sql, personId, reach.areaIds, deps.now().toISOString());
  if (person === undefined) throw new Problem('notFound');
  return person;
}

const phoneOf = (phone: string | null | undefined) => (phone === '' ? null : phone);

/** What a change of people asks of the concept of sessions. */
type PeopleWiring = {
  identities: Identities;
  endOfficeSessions: commands.EndSessions;
  endEverySession: commands.EndSessions;
};

const list = route(listPeople, async ({ deps, areaIds, query }) => {
  const reach = reachOf(deps.areas, areaIds);
  const { areaId, role, search = '', offset, limit } = query;
  const wanted =
    areaId === undefined ? reach.areaIds : reach.areaIds.filter((id) => deps.areas.isWithin(id, areaId));
  const filter = {
    reach: reach.areaIds,
    wanted,
    role: role ?? null,
    search: search.trim().toLowerCase(),
    withoutRole: reach.wholeDistrict && role === undefined && areaId === undefined,
    offset,
    limit,
    now: deps.now().toISOString(),
  };
  const [[counted], items] = await Promise.all([
    countPeople(deps.sql, filter),
    queryPeople(deps.sql, filter),
  ]);
  return { total: must(counted, 'the count').count, items };
});

export function peopleRoutes(wiring: PeopleWiring): readonly Route[] {
  const change = commands.changePerson(wiring.endOfficeSessions);
  const reset = commands.resetPassword(wiring.endEverySession);
  return [
    list,

    route(createPerson, async ({ deps, actor, areaIds, body }) => {
      const reach = reachOf(deps.areas, areaIds);
      expectSuitable(deps.areas, body.grants, reach);
      const password = makeInitialPassword();
      const passwordHash = await hashPassword(password);
      const id = newId();
      const phone = phoneOf(body.phone) ?? null;
      const input = { ...body, id, phone, passwordHash, mustChangePassword: true };
      await onPlatform(deps, actor, commands.createPerson, input);
      return { person: await readPerson(deps, id, reach), password };
    }),

    route(changePerson, async ({ deps, actor, areaIds, params, body }) => {
      const reach = reachOf(deps.areas, areaIds);
      if (body.grants !== undefined) expectSuitable(deps.areas, body.grants, reach);
      const input = { ...body, phone: phoneOf(body.phone), personId: params.personId, reach };
      await onPlatform(deps, actor, change, input);
      wiring.identities.forget();
      return readPerson(deps, params.personId, reach);
    }),

    route(resetPassword, async ({ deps, actor, areaIds, params }) => {
      const reach = reachOf(deps.areas, areaIds);
      const password = makeInitialPassword();
      const passwordHash = await hashPassword(password);
      await onPlatform(deps, actor, reset, { personId: params.personId, reach, passwordHash });
      wiring.identities.forget();
      return { person: await readPerson(deps, params.personId, reach), password };
    }),
  ];
}
