import { knowsCampaign, knowsRoleModel, knowsStation, readHandbook } from '../forms/awareness.items.ts';
import { bankItem } from './bank-item.ts';

/** 知晓. */
export const awarenessItems = [
  bankItem(knowsCampaign, {
    label: ['知道文明城市创建', 'Knows of the effort'],
    initials: 'zdwmcscj',
    subject: 'effort',
    seen: ['知道／不知道', 'know / don’t know'],
    why: [
      '只问知不知道，不先介绍，也不发答案；“听说过”单列，不算知晓。',
      'Asks only whether one knows, tells nothing first and hands out no answers; “heard of it” stands apart and does not count.',
    ],
  }),
  bankItem(readHandbook, {
    label: ['看过居民手册', 'Read the handbook'],
    initials: 'kgjmsc',
    subject: 'effort',
    seen: ['是／否／记不清', 'yes / no / unsure'],
    why: [
      '问看没看过，不问“收到并看过”：发到手和看过是两件事。',
      'Asks whether it was read, not “received and read”: those are two things.',
    ],
  }),
  bankItem(knowsRoleModel, {
    label: ['知道身边好人', 'Knows of the good neighbours'],
    initials: 'zdsbhr',
    subject: 'effort',
    seen: ['知道／听说过／不知道', 'know / heard of / don’t know'],
    why: [
      '问知不知道评选，不考居民好人的名字：问卷不是考试。',
      'Asks whether one knows of the award, not for names: a questionnaire is no examination.',
    ],
  }),
  bankItem(knowsStation, {
    label: ['知道志愿服务站点', 'Knows the service point'],
    initials: 'zdzyfwzd',
    subject: 'activities',
    seen: ['知道／听说过／不知道', 'know / heard of / don’t know'],
    why: [
      '问“在哪里”，居民好回答；只问“知道吗”，听过名字也可以算知道。',
      'Asks where it is: to know its name only may be called knowing it as well.',
    ],
  }),
];
