import type { Complete } from '@huhudao/ui';
import type { goneDoors as zhCN } from '../zh-CN/gone-doors.ts';

export const goneDoors: Complete<typeof zhCN> = {
  title_one: '{{count}} door is no longer yours to visit',
  title_other: '{{count}} doors are no longer yours to visit',
  few_one: '{{place}}, {{rooms}}',
  few_other: '{{place}}, {{rooms}}',
  many_one: '{{place}} ({{count}} door)',
  many_other: '{{place}} ({{count}} doors)',
  toTeam: '{{where}}: with {{team}} now.',
  toOther: '{{where}}: no longer among yours.',
  unsent:
    '{{rooms}}: the visit you recorded is kept on this tablet. It is sent and counts, marked as late: the door had changed teams.',
  sent: '{{rooms}}: the visit you recorded is at the office and counts; where it came after the change, it is marked so.',
  parallel: '{{rooms}}: another team was there that day too. Both visits are kept, and count once.',
  draft: '{{rooms}}: the unfinished visit is still on this tablet and not lost; see Sync.',
  understood: 'Understood',
};
