import { headline, item } from './item.ts';

/** 参与. Options run from not taking part to taking part, so that praise does not always come first. */

export const takesPart = headline(
  item(
    'participation',
    'takesPart',
    [
      '今年以来，您参加过社区组织的文明创建活动吗（例如清扫楼道、路口劝导）？',
      'This year, have you taken part in a civility activity of the community (for instance cleaning a stairwell, guiding at a crossing)?',
    ],
    [
      ['never', '没有参加过', 'Never'],
      ['sometimes', '参加过几次', 'A few times'],
      ['often', '经常参加', 'Often'],
      ['unsure', '记不清', 'I do not remember'],
    ],
  ),
);

export const volunteers = item(
  'participation',
  'volunteers',
  ['您做过志愿服务吗？', 'Have you ever volunteered?'],
  [
    ['wouldNot', '没做过，也不打算做', 'No, and I do not intend to'],
    ['would', '没做过，但愿意做', 'No, but I would'],
    ['have', '做过', 'Yes, I have'],
    ['unsure', '说不清', 'Not sure'],
  ],
);

export const attendsPublicity = item(
  'participation',
  'attendsPublicity',
  [
    '今年以来，您参加过普法或环保宣传活动吗？',
    'This year, have you been to a publicity event on the law or on the environment?',
  ],
  [
    ['never', '没有参加过', 'Never'],
    ['sometimes', '参加过几次', 'A few times'],
    ['often', '经常参加', 'Often'],
    ['unsure', '记不清', 'I do not remember'],
  ],
);

export const sortsWaste = item(
  'participation',
  'sortsWaste',
  ['您家平时扔垃圾时分类吗？', 'Does your household sort its waste?'],
  [
    ['never', '不分', 'No'],
    ['sometimes', '有时分', 'Sometimes'],
    ['often', '每次都分', 'Every time'],
    ['unsure', '说不清', 'Not sure'],
  ],
);
