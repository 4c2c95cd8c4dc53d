import type { Complete } from '@huhudao/ui';
import type { doorNotice as chinese } from '../zh-CN/door-notice.ts';

export const doorNotice: Complete<typeof chinese> = {
  title: 'Notice of the visit',
  preview: 'What the notice looks like',
  notAccepted: 'The leader has not agreed to this visit yet. Make sure before you put it up.',
  print: 'Print one A4',
  send: 'Send to the neighbours’ group',
  copy: 'Copy the words for the neighbours’ group',
  copied: 'Copied; it can be pasted into the group.',
  failed: 'It was not sent. Print it, or try again.',
};
