import type { SessionView } from '@huhudao/protocol';
import type { Areas } from '../http/areas.ts';
import type { IdentityRow } from '../http/identity.queries.ts';

type Person = Pick<IdentityRow, 'personId' | 'login' | 'name' | 'mustChangePassword' | 'grants'>;

/** Grants in areas that were closed are left out: they open nothing. */
export const presentSession = (person: Person, areas: Areas, demo: boolean): SessionView => ({
  personId: person.personId,
  login: person.login,
  name: person.name,
  mustChangePassword: person.mustChangePassword,
  grants: person.grants.flatMap(({ role, areaId }) => {
    const area = areas.get(areaId);
    if (area === undefined) return [];
    return [{ role, areaId, areaName: area.name, areaKind: area.kind, streetId: area.withinStreet }];
  }),
  demo,
});
