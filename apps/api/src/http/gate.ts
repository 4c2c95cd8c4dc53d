import type { Role } from '@huhudao/domain';
import { allows, Problem, type Permission } from '@huhudao/protocol';
import type { Areas } from './areas.ts';
import type { AreaRow } from './areas.queries.ts';
import type { Identity } from './identity.ts';

/** Where in the tree a request may act, and in which roles. */
export type Scope = {
  /** The roles that opened the gate. */
  roles: readonly Role[];
  /** Areas of the grants that opened it, the highest ones only. */
  areaIds: readonly string[];
};

/** The place a path names, already found to be within the caller's reach. */
export type Place = {
  area: AreaRow;
  /** Streets at or below the area, or the one it lies in. */
  streetIds: readonly string[];
  /** Communities at or below the area. */
  communityIds: readonly string[];
};

const matching = (identity: Identity, permission: Permission) =>
  identity.grants.filter((grant) => allows(permission, [grant.role]));

/** A grant anywhere will do. @throws Problem notFound: an outsider is not told that there is something. */
export function enterAnywhere(identity: Identity, permission: Permission, areas: Areas): Scope {
  const grants = matching(identity, permission).filter((grant) => areas.get(grant.areaId) !== undefined);
  if (grants.length === 0) throw new Problem('notFound');
  return {
    roles: [...new Set(grants.map((grant) => grant.role))],
    areaIds: [...new Set(grants.map((grant) => grant.areaId))],
  };
}

/** A grant at the area or above it. @throws Problem notFound */
export function enterPath(
  identity: Identity,
  permission: Permission,
  areas: Areas,
  areaId: string,
): Scope & Place {
  const area = areas.get(areaId);
  if (area === undefined) throw new Problem('notFound');
  const grants = matching(identity, permission).filter((grant) => areas.isWithin(areaId, grant.areaId));
  if (grants.length === 0) throw new Problem('notFound');
  return {
    roles: [...new Set(grants.map((grant) => grant.role))],
    areaIds: [areaId],
    area,
    streetIds: areas.streetsWithin(areaId).map((street) => street.id),
    communityIds: areas.communitiesWithin(areaId).map((community) => community.id),
  };
}

/** A tablet's request names a street: a grant somewhere in it (or above it) is needed. @throws Problem notFound */
export function enterStreet(
  identity: Identity,
  permission: Permission,
  areas: Areas,
  streetId: string,
): Scope {
  if (areas.get(streetId)?.kind !== 'street') throw new Problem('notFound');
  const grants = matching(identity, permission).filter(
    (grant) => areas.isWithin(grant.areaId, streetId) || areas.isWithin(streetId, grant.areaId),
  );
  if (grants.length === 0) throw new Problem('notFound');
  return {
    roles: [...new Set(grants.map((grant) => grant.role))],
    areaIds: grants.map((grant) => grant.areaId),
  };
}

/** Whether somebody holds a permission for the whole of an area, or somewhere in it. */
export function holdsIn(identity: Identity, permission: Permission, areas: Areas, areaId: string): boolean {
  return matching(identity, permission).some(
    (grant) => areas.isWithin(grant.areaId, areaId) || areas.isWithin(areaId, grant.areaId),
  );
}

/** The communities of a street in which somebody may record visits: as worker, leader or assessor, not as building head. */
export const visitsIn = (identity: Identity, areas: Areas, streetId: string): string[] =>
  communitiesWith(identity, 'visits.record', areas, streetId);

/** The communities of a street in which somebody may report issues, and is told of the open ones. */
export const reportsIn = (identity: Identity, areas: Areas, streetId: string): string[] =>
  communitiesWith(identity, 'issues.report', areas, streetId);

function communitiesWith(
  identity: Identity,
  permission: Permission,
  areas: Areas,
  streetId: string,
): string[] {
  const ids = areas.communitiesWithin(streetId).map((community) => community.id);
  return ids.filter((id) => holdsIn(identity, permission, areas, id));
}

/** The one street of a place. @throws Problem notFound for a district. */
export function streetOf(place: Place): string {
  const [street] = place.streetIds;
  if (street === undefined || place.area.kind === 'district') throw new Problem('notFound');
  return street;
}
