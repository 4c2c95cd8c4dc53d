import type { Role } from '@huhudao/domain';

/**
 * Who may do what. One line an action; what is not listed is denied.
 * A grant reaches its area and everything below it. The source is docs/permissions.md.
 */
export const permissions = {
  'areas.read': [
    'worker',
    'buildingHead',
    'teamLeader',
    'communityOffice',
    'streetOffice',
    'districtOffice',
    'assessor',
    'auditor',
    'administrator',
  ],
  'areas.manage': ['administrator'],
  'buildings.read': [
    'worker',
    'buildingHead',
    'teamLeader',
    'communityOffice',
    'streetOffice',
    'districtOffice',
    'administrator',
  ],
  'people.manage': ['administrator'],
  'people.list': ['communityOffice', 'streetOffice', 'administrator'],
  'devices.manage': ['administrator'],
  'households.read': ['worker', 'communityOffice', 'streetOffice'],
  'stairwells.read': ['worker', 'teamLeader', 'communityOffice', 'streetOffice'],
  'households.edit': ['communityOffice', 'streetOffice'],
  'households.import': ['streetOffice', 'administrator'],
  'stewards.manage': ['communityOffice', 'streetOffice'],
  'teams.read': ['buildingHead', 'teamLeader', 'communityOffice', 'streetOffice'],
  'teams.manage': ['communityOffice', 'streetOffice'],
  'questionnaires.read': ['communityOffice', 'streetOffice', 'districtOffice', 'auditor'],
  'questionnaires.author': ['districtOffice'],
  'questionnaires.publish': ['districtOffice'],
  'programmes.manage': ['districtOffice'],
  'rounds.read': ['buildingHead', 'teamLeader', 'communityOffice', 'streetOffice', 'districtOffice'],
  'rounds.prepare': ['streetOffice', 'districtOffice'],
  'rounds.openCoverage': ['streetOffice'],
  'rounds.drawSample': ['districtOffice'],
  'rounds.assign': ['streetOffice'],
  'hotline.read': ['communityOffice', 'streetOffice'],
  'notices.print': ['communityOffice', 'streetOffice'],
  'plans.read': ['buildingHead', 'teamLeader', 'communityOffice', 'streetOffice'],
  'plans.make': ['buildingHead', 'teamLeader'],
  'bots.manage': ['communityOffice', 'streetOffice'],
  'coverage.read': ['buildingHead', 'teamLeader', 'communityOffice', 'streetOffice', 'districtOffice'],
  'progress.read': ['communityOffice', 'streetOffice'],
  'progress.submit': ['communityOffice'],
  'sync.pull': ['worker', 'teamLeader', 'buildingHead', 'assessor'],
  'visits.record': ['worker', 'teamLeader', 'assessor'],
  'visits.read': ['communityOffice', 'streetOffice'],
  'visits.quarantine': ['streetOffice'],
  'answers.look': ['streetOffice'],
  'rates.read': ['communityOffice', 'streetOffice', 'districtOffice'],
  'targets.manage': ['districtOffice'],
  'revisits.read': ['communityOffice', 'streetOffice'],
  'revisits.handle': ['communityOffice', 'streetOffice'],
  'revisits.rules': ['districtOffice'],
  'issues.report': ['worker', 'teamLeader'],
  'issues.read': ['communityOffice', 'streetOffice', 'districtOffice'],
  'audit.read': ['auditor'],
  'system.read': ['administrator'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/** True where any of the roles carries the permission. */
export function allows(permission: Permission, roles: readonly Role[]): boolean {
  const allowed: readonly Role[] = permissions[permission];
  return roles.some((role) => allowed.includes(role));
}
