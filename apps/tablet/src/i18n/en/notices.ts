import type { Complete } from '@huhudao/ui';
import { noticeSentencesEn } from '@huhudao/ui/notice-sentences';
import type { notices as zhCN } from '../zh-CN/notices.ts';

export const notices: Complete<typeof zhCN> = {
  title: 'Notices',
  none: 'No notices yet.',
  noneHint: 'Changes of plans, appointments, rounds and teams appear here after a sync.',
  new: 'New',
  toDoor: 'Open the door',
  toPlan: 'See the plan',
  toRound: 'See the round',
  unknown: 'There is something new: update the app to read it.',
  kind: {
    ...noticeSentencesEn.kind,
    teamChanged: 'People or doors of “{{team}}” have changed: see Today and Plan.',
  },
  cause: noticeSentencesEn.cause,
};
