import type { Role } from '../vocabulary.ts';

/**
 * The five levels of those who look after a part of a community, from the widest down: 片区长 of a community, 网格长 of
 * a grid, 楼栋长 of a building, 单元长 (楼道长) of a stairwell, 中心户长 of a group of households in one stairwell.
 */
export const stewardLevels = ['area', 'grid', 'building', 'stairwell', 'group'] as const;
export type StewardLevel = (typeof stewardLevels)[number];

/**
 * The roles of which somebody must hold one where the unit lies. A community and a grid are led by staff or by building
 * heads; what is smaller, by building heads. Only a stairwell's term opens anything on a tablet.
 */
export const stewardRoles: Record<StewardLevel, readonly Role[]> = {
  area: ['worker', 'buildingHead', 'teamLeader', 'communityOffice', 'streetOffice'],
  grid: ['worker', 'buildingHead', 'teamLeader', 'communityOffice', 'streetOffice'],
  building: ['buildingHead'],
  stairwell: ['buildingHead'],
  group: ['buildingHead'],
};
