import { headline, item } from './item.ts';

/** 支持. */

export const supportsEffort = headline(
  item(
    'support',
    'supportsEffort',
    [
      '您对本市开展文明城市创建是什么态度？',
      'What do you think of this city working to become a “civilised city”?',
    ],
    [
      ['support', '支持', 'I am for it'],
      ['indifferent', '无所谓', 'I do not mind either way'],
      ['oppose', '不支持', 'I am against it'],
      ['unsure', '说不清', 'Not sure'],
    ],
  ),
);

export const wouldRecommend = item(
  'support',
  'wouldRecommend',
  ['您会叫邻居一起参加文明创建活动吗？', 'Would you ask neighbours to join in civility activities?'],
  [
    ['oppose', '不会', 'I would not'],
    ['indifferent', '无所谓', 'I do not mind either way'],
    ['support', '会', 'I would'],
    ['unsure', '说不清', 'Not sure'],
  ],
);
