import { headline, item } from './item.ts';

/** 知晓. Options run from knowing to not knowing. */

export const knowsCampaign = headline(
  item(
    'awareness',
    'knowsCampaign',
    [
      '您知道本市正在开展文明城市创建吗？',
      'Do you know that this city is working to become a “civilised city”?',
    ],
    [
      ['know', '知道', 'I know about it'],
      ['heardOf', '听说过，不了解', 'I have heard of it, no more'],
      ['dontKnow', '不知道', 'I did not know'],
      ['unsure', '说不清', 'Not sure'],
    ],
  ),
);

export const readHandbook = item(
  'awareness',
  'readHandbook',
  ['您看过居民手册或居民公约吗？', 'Have you read the residents’ handbook or the residents’ convention?'],
  [
    ['know', '看过', 'I have'],
    ['dontKnow', '没看过', 'I have not'],
    ['unsure', '记不清', 'I do not remember'],
  ],
);

export const knowsRoleModel = item(
  'awareness',
  'knowsRoleModel',
  ['您知道本社区的“身边好人”评选吗？', 'Do you know of the “good neighbour” award in this community?'],
  [
    ['know', '知道', 'I know it'],
    ['heardOf', '听说过，不了解', 'I have heard of it, no more'],
    ['dontKnow', '不知道', 'I do not know it'],
    ['unsure', '说不清', 'Not sure'],
  ],
);

export const knowsStation = item(
  'awareness',
  'knowsStation',
  ['您知道离家最近的志愿服务站点在哪里吗？', 'Do you know where the nearest volunteer service point is?'],
  [
    ['know', '知道在哪里', 'I know where it is'],
    ['heardOf', '听说过，不知道在哪里', 'I have heard of it, but do not know where it is'],
    ['dontKnow', '没听说过', 'I have not heard of it'],
    ['unsure', '说不清', 'Not sure'],
  ],
);
