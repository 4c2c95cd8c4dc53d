import type { Complete } from '@huhudao/ui';
import type { community as zhCN } from '../zh-CN/community.ts';

export const community: Complete<typeof zhCN> = {
  choose: 'Choose a community',
  none: 'There is no community here yet',
  noneHint: 'Ask an administrator to add communities under “People and devices → Areas”.',
  coverage: 'Coverage by building and stairwell',
  pickStairwell: 'Choose a stairwell',
  pickStairwellHint: 'Press a stairwell’s name to see how each door stands.',
};
