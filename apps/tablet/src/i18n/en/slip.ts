import type { Complete } from '@huhudao/ui';
import type { slip as chinese } from '../zh-CN/slip.ts';

export const slip: Complete<typeof chinese> = {
  title: 'Leave-behind slip',
  preview: 'What the slip says',
  again: 'When we come again',
  when: {
    agreed: 'As agreed',
    morning: 'Morning',
    afternoon: 'Afternoon',
    evening: 'Evening',
    unsaid: 'Not said',
  },
  day: 'Which day',
  pastDeadline: 'The round ends on {{day}}, before that day.',
  phone: 'Phone of the community',
  phoneHelp:
    'The community’s own number; this tablet fills it in next time. Where it is empty, a line is printed to write on.',
  mobile: 'This looks like a mobile number. Please do not print a private one; it is not kept on the tablet.',
  paper: 'Paper',
  papers: { a6: 'One A6', roll: '58 mm roll', a4: 'Four on A4' },
  print: 'Print',
  recordBoth: 'Record: nobody home, slip left',
  recordSlip: 'Add to the record: slip left',
  recorded: 'Recorded: a slip was left.',
  noPlace: 'The visit form of this round has no “leave-behind slip”; nothing more is recorded.',
  amended: 'Leave-behind slip added',
  failed: 'It could not be recorded. Please try again.',
  sample: 'Sample for practice, not to be put up',
  text: {
    head: 'While you were out',
    hello: 'Hello,',
    came: 'We called on {{day}} at {{time}} and did not meet you.',
    team: 'Visited by: {{team}}',
    free: 'Answering is up to you.',
    again: 'We plan to come again on {{day}}, {{from}}–{{until}}.',
    againUnsaid: 'We will come again at another time.',
    reach: 'To choose another time, or for anything else, please call {{community}}:',
    atCommunity: 'You are also welcome to come by.',
  },
};
