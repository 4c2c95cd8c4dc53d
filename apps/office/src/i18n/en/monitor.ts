import type { Complete } from '@huhudao/ui';
import type { monitor as zhCN } from '../zh-CN/monitor.ts';

export const monitor: Complete<typeof zhCN> = {
  trail: 'Where this is',
  up: 'Up',
  byPlace: 'Step by step',
  allStairwells: 'All stairwells',
  noGrid: 'Buildings in no grid',
  reached: 'Met',
  left: 'Left',
  revisits: 'Revisits',
  revisitOpen: 'Open',
  room: 'Room',
  doorState: 'State',
  outcome: 'Outcome',
  attempts: 'Attempts',
};
