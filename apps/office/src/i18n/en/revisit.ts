import type { Complete } from '@huhudao/ui';
import type { revisit as zhCN } from '../zh-CN/revisit.ts';

export const revisit: Complete<typeof zhCN> = {
  title: 'Revisits',
  rules: 'Rules for revisits',
  rulesAbout:
    'Rules decide which households are visited again. A change is a new version; what was raised before stays.',
  state: 'State',
  show: { waiting: 'Waiting', done: 'Ended', all: 'All' },
  reason: 'Reason',
  search: 'Address, name or pinyin initials',
  noMatch: 'No revisit matches',
  none: 'No revisits',
  noneHint:
    'Households that agreed, asked, or should be tried again appear here; they can also be added under “Households”.',
  ruleVersion: 'rule version {{version}}',
  due: 'Due',
  overdue: 'Overdue',
  planned: 'Planned for',
  owner: 'Owner',
  raisedAt: 'Raised',
  resolvedAt: 'Ended',
  plan: 'Plan',
  resolve: 'End it',
  ending: 'Outcome',
  cause: 'Cause found',
  causeHint: 'Why the resident is dissatisfied, or why another visit was needed.',
  explanation: 'What was explained',
  promise: 'What was promised',
  condition: 'Condition',
  conditionHint:
    'SurveyJS expression over named answers with consent only. For example: {overallSatisfaction} = "dissatisfied"',
  builtIn: 'decided by the system',
  builtInText: 'The system decides this condition; dates, priority and due days can be changed.',
  effective: 'In force',
  effectiveFrom: 'from {{day}}',
  priority: 'Priority',
  dueDays: 'Due days',
  version: 'Version',
  newVersion: '{{reason}}: version {{version}}',
  saveVersion: 'Save as a new version',
  from: 'In force from',
  until: 'Until',
  preview: 'Try it',
  previewResult: 'This rule would have flagged about {{flagged}} of {{of}} households',
  previewOnly:
    'Counts named answers with consent only, rounded down to a multiple of 5; trying raises nothing.',
};
