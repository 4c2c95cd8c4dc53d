import { expect, it } from 'vitest';
import { areaKinds, roles } from '../vocabulary.ts';
import { areaKindsOfRole, fitsArea } from './role-areas.ts';

it('every role can be given at some level of area, and at no other', () => {
  for (const role of roles) {
    expect(areaKindsOfRole[role].length).toBeGreaterThan(0);
    for (const kind of areaKinds) expect(fitsArea(role, kind)).toBe(areaKindsOfRole[role].includes(kind));
  }
});

it('nobody answers for a whole district but its own office, units, assessors, auditors and administrators', () => {
  expect(roles.filter((role) => fitsArea(role, 'district'))).toEqual([
    'districtOffice',
    'responsibleUnit',
    'assessor',
    'auditor',
    'administrator',
  ]);
});
