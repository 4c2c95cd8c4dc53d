import type { Complete } from '@huhudao/ui';
import type { selection as zhCN } from '../zh-CN/selection.ts';

export const selection: Complete<typeof zhCN> = {
  title: 'Saved places',
  saveAs: 'Save what is chosen now as',
  nameExample: 'For example: Older compounds',
  save: 'Save',
  nothing: 'Choose places to save them for the next round.',
  shared: 'For everybody in your office who prepares rounds; other offices do not see it.',
  none: 'Nothing saved yet',
  noneHint: 'What you save is listed here and chosen again by one press.',
  gone_one: '{{count}} place is no more and is left out.',
  gone_other: '{{count}} places are no more and are left out.',
  allGone: 'All of its places are no more.',
  savedBy: 'Saved by {{name}}, {{time}}',
  use: 'Use',
  useOf: 'Use: {{name}}',
  rename: 'Rename',
  renameOf: 'Rename: {{name}}',
  newName: 'New name',
  saveName: 'Save',
  delete: 'Delete',
  deleteOf: 'Delete: {{name}}',
  deleted: '“{{name}}” was deleted.',
  undo: 'Undo',
};
