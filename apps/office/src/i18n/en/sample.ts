import type { Complete } from '@huhudao/ui';
import type { sample as zhCN } from '../zh-CN/sample.ts';

export const sample: Complete<typeof zhCN> = {
  walkedBy: 'Walked by',
  walkedByHint:
    'Until it is closed and released, an assessor’s round is seen by the district office and the assessor alone; street and communities find neither list nor progress nor results.',
  byTeams: 'The communities’ teams',
  byAssessor: 'Assessor {{name}}',
  ownTeam: 'An assessor walks this round; it needs no team of a community.',
  openTablet: 'The tablet of assessor {{name}} receives the work at its next sync.',
  openHidden: 'Street and communities do not see this round until the district releases it after its close.',
  assessed: 'Assessed by {{name}}',
  hidden: 'Assessed by {{name}} (not released)',
  release: 'Release',
  releaseTitle: 'Release “{{name}}”?',
  releaseSeen: 'Street and communities see the list, the visits and the rates of this round from now on.',
  releaseFinal: 'It cannot be taken back.',
};
