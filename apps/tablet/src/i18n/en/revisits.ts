import type { Complete } from '@huhudao/ui';
import type { revisits as zhCN } from '../zh-CN/revisits.ts';

export const revisits: Complete<typeof zhCN> = {
  title: 'Revisits',
  none: 'No household is to be visited again.',
  overdue: 'overdue',
  plannedOn: 'planned for {{day}}',
  noTopics: 'Agreed to a return visit',
  record: 'Record result',
  open: 'Open the door',
  state: 'Result',
  states: {
    visited: 'Visited, more to do',
    resolved: 'Resolved',
    unresolved: 'Could not be resolved',
    declined: 'The resident declines',
  },
  cause: 'Cause',
  explanation: 'What was explained',
  promise: 'What was promised',
  save: 'Save result',
  topicsOnly: 'Only what the residents agreed to pass on is listed here.',
};
