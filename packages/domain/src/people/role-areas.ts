import type { AreaKind, Role } from '../vocabulary.ts';

/** The levels of area at which each role can be given. A grant reaches its area and everything below. */
export const areaKindsOfRole: Record<Role, readonly AreaKind[]> = {
  worker: ['community'],
  buildingHead: ['community', 'grid'],
  teamLeader: ['community'],
  communityOffice: ['community'],
  streetOffice: ['street'],
  districtOffice: ['district'],
  responsibleUnit: ['district', 'street'],
  assessor: ['district', 'street'],
  auditor: ['district', 'street'],
  administrator: ['district', 'street'],
};

/** Whether a role may be given at an area of this kind. */
export const fitsArea = (role: Role, kind: AreaKind): boolean => areaKindsOfRole[role].includes(kind);
