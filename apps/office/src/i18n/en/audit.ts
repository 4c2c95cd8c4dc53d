import type { Complete } from '@huhudao/ui';
import type { audit as zhCN } from '../zh-CN/audit.ts';

export const audit: Complete<typeof zhCN> = {
  chain: 'Which chain',
  installation: '{{name}} (whole installation)',
  check: 'Check the chain',
  checkHint: 'Computes every entry’s hash again. If anybody changed one, the first is named.',
  intact_one: 'Intact: {{count, number}} entry fits',
  intact_other: 'Intact: all {{count, number}} entries fit',
  broken: 'Entry {{number}} does not fit: the record was changed',
  none: 'No entries yet',
  noneHint: 'Every write and every look at a named answer is recorded here.',
  number: 'No.',
  at: 'Time',
  actor: 'Who',
  system: 'System',
  action: 'What was done',
  onlyAction: 'Only {{action}}; press again to see all',
  subject: 'Subject (ids only)',
};
