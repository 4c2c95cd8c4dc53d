import { attendsPublicity, sortsWaste, takesPart, volunteers } from '../forms/participation.items.ts';
import { bankItem } from './bank-item.ts';

/** 参与. */
export const participationItems = [
  bankItem(takesPart, {
    label: ['参加文明创建活动', 'Takes part in activities'],
    initials: 'cjwmcjhd',
    subject: 'activities',
    seen: ['经常／有时／没有', 'often / sometimes / never'],
    why: [
      '限定“今年以来”并举两个例子，大家想的是同一件事；没参加过的先列，不显得不好意思。',
      'A period and two examples make everybody think of the same; “never” comes first, so that nobody is ashamed of it.',
    ],
  }),
  bankItem(volunteers, {
    label: ['做志愿服务', 'Volunteers'],
    initials: 'zzyfw',
    subject: 'activities',
    seen: ['做过／愿意／不愿意', 'have / would / would not'],
    why: [
      '做过和愿意做分成两个选项，不合成“参加过或愿意参加”：愿意还不是参与。',
      'Having done it and being willing are two choices, never “have or would”: to be willing is not to take part.',
    ],
  }),
  bankItem(attendsPublicity, {
    label: ['参加普法环保宣传', 'Attends publicity events'],
    initials: 'cjpfhbxc',
    subject: 'activities',
    seen: ['经常／有时／没有', 'often / sometimes / never'],
    why: [
      '问做了几次，不问“是否重视”：次数想得起来，重视谁都会说。',
      'Asks how often one went, not how important it is: the first is remembered, the second everybody affirms.',
    ],
  }),
  bankItem(sortsWaste, {
    label: ['垃圾分类', 'Sorts waste'],
    initials: 'ljfl',
    subject: 'compound',
    seen: ['总是／有时／从不', 'always / sometimes / never'],
    why: [
      '问“您家平时”，是全家的习惯；不先讲分类的好处。',
      'Asks for the habit of the household, and does not praise sorting first.',
    ],
  }),
];
