import type { Complete } from '@huhudao/ui';
import type { codes as zhCN } from '../zh-CN/codes.ts';

export const codes: Complete<typeof zhCN> = {
  know: 'knows',
  heardOf: 'has heard of it',
  dontKnow: 'does not know',
  unsure: 'unsure',
  often: 'often',
  sometimes: 'sometimes',
  never: 'never',
  have: 'has taken part',
  would: 'would take part',
  wouldNot: 'would not take part',
  support: 'supports',
  indifferent: 'indifferent',
  oppose: 'opposes',
  verySatisfied: 'very satisfied',
  satisfied: 'satisfied',
  basicallySatisfied: 'basically satisfied',
  fair: 'fair',
  notVerySatisfied: 'not very satisfied',
  dissatisfied: 'dissatisfied',
  notUsed: 'has not used it',
  cannotSay: 'cannot say',
};
