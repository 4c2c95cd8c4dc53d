import type { Complete } from '@huhudao/ui';
import type { calendar as chinese } from '../zh-CN/calendar.ts';

export const calendar: Complete<typeof chinese> = {
  title: 'Your plan in your calendar',
  why: 'A calendar that subscribes shows the stairwells you go to, when, and with which team. It says nothing about residents.',
  asking: 'Asking the office…',
  away: 'This needs a network.',
  again: 'Try again',
  open: 'Make an address',
  since: 'An address has been good since {{day}}. If it is forgotten, make another.',
  replace: 'Another address',
  close: 'Stop',
  replaceTitle: 'Make another address?',
  replaceWhy: 'The present address stops working at once; calendars that use it have to subscribe again.',
  closeTitle: 'Stop the subscription?',
  closeWhy:
    'The present address stops working at once, and calendars learn nothing new. You can make another later.',
  once: 'The address is shown this once. Whoever knows it sees your plan: do not pass it on.',
  code: 'QR code of the address',
  scan: 'Scan it with your phone, or enter the address where your calendar subscribes to others.',
  copy: 'Copy the address',
  copied: 'Copied',
  subscribe: 'Subscribe on this device',
};
