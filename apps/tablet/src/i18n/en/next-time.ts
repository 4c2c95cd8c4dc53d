import type { Complete } from '@huhudao/ui';
import type { nextTime as zhCN } from '../zh-CN/next-time.ts';

export const nextTime: Complete<typeof zhCN> = {
  name: 'Next time',
  from: '{{cell}} (from {{day}})',
  none: 'No hours left in this round suit this door',
  tried_one: 'Nobody met at {{count}} attempt: {{times}}',
  tried_other: 'Nobody met at {{count}} attempts: {{times}}',
  somebodyElse: 'They refused last time: let a colleague go',
  known: '{{where}}: {{reached}} of {{tries}} attempts at this time met somebody',
  notEnough: 'Few attempts at this time so far; chosen as another day, another time of day',
};
