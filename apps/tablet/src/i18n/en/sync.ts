import type { Complete } from '@huhudao/ui';
import type { sync as zhCN } from '../zh-CN/sync.ts';

export const sync: Complete<typeof zhCN> = {
  title: 'Sync',
  allReached: 'Everything on this tablet has reached the office.',
  notReached_one: '{{count}} record has not reached the office.',
  notReached_other: '{{count}} records have not reached the office.',
  kept: 'All of it is saved on this tablet and will not be lost.',
  lastConfirmed: 'Last confirmed by the office: {{time}}',
  lastContact: 'Last contact with the office: {{time}}',
  never: 'never',
  running: 'Syncing…',
  now: 'Sync now',
  endShift: 'End of shift',
  endShiftHelp: 'Seals the remaining anonymous responses and sends them as well.',
  unsent: 'Not at the office',
  held: 'Just recorded, can be undone',
  waiting: 'Waiting',
  sending: 'On its way',
  anonymous_one:
    '{{count}} anonymous response. It leaves some minutes later, shuffled and apart from visits.',
  anonymous_other:
    '{{count}} anonymous responses. They leave some minutes later, shuffled and apart from visits.',
  attention: 'Needs attention',
  attentionWhy:
    'The office has kept these as they are but cannot count them yet. The reason stands below; they stay on this tablet.',
  question: 'Question: {{question}}',
  look: 'Look',
  correct: 'Put right',
  correctFailed: 'Could not be opened; try again',
  draftInTheWay: 'There is an unfinished visit at this door: finish it or throw it away first.',
  handOver: {
    title: 'Hand to the street',
    why: 'The street office gets this record as it is and deals with it. You may add a word.',
    note: 'What you want to say (optional)',
    do: 'Hand it to the street',
    failed: 'It could not be handed over and is still here. Please try again.',
  },
  offerAgain: 'Send again',
  anonymousRefused_one: '{{count}} anonymous response was not accepted.',
  anonymousRefused_other: '{{count}} anonymous responses were not accepted.',
  parallel: 'At the office, counted once',
  parallelWhy:
    'At the office. Another team was there that day, or the household had answered already: it counts once.',
  fault:
    'The app made an error while syncing. Nothing is lost and it is tried again; if it goes on, tell an administrator.',
  problem: 'Why the office was not reached',
  failure: {
    noAnswer:
      'The office could not be reached: no network, or no answer. It is tried again as soon as there is one.',
    signInNeeded: 'Your sign-in has expired. Please sign in again; nothing is lost.',
    deviceRevoked: 'This tablet has been shut off. Please ask an administrator.',
    busy: 'The server is busy. It is tried again shortly.',
    serverError: 'The server made an error. It is tried again shortly.',
    tooLarge: 'Too much at once. It is sent again in smaller parts.',
    refused: 'The server did not accept what was sent.',
    unrecognised: 'The reply was not understood: perhaps a network’s sign-in page. Please check the network.',
    aborted: 'Sending was interrupted. It is tried again shortly.',
  },
  recordedAt: 'recorded {{time}}',
  noDoor: 'No particular door',
  answersHidden: 'The answers are not shown here.',
  drafts: 'Unfinished visits',
  draftsWhy: 'They are on this tablet alone, and are sent once they are finished and saved.',
  draftEnded:
    'This door is no longer yours, so it cannot be gone on with. What is written can be handed in as it stands, and counts.',
  draftEmpty: 'This door is no longer yours, and nothing was written yet.',
  handInDraft: 'Hand in as it stands',
  begunAt: 'begun {{time}}',
  thisTablet: 'This tablet',
  offlineReady: 'The app and your work are stored; it works without a network.',
  offlineNotReady: 'The app is not fully stored yet. Leave it open a little longer where there is a network.',
  storageKept: 'The browser has promised to keep what is stored.',
  storageNotKept:
    'The browser has not promised to keep what is stored: add this page to the home screen, and sync early.',
  askToKeep: 'Ask the browser to keep it',
  space: '{{used}} MB in use, of {{room}} MB at most.',
  spaceTight:
    'The storage of this tablet is nearly full: about {{left}} MB are left. Sync soon and make room on the tablet; what cannot be written is said not to be saved.',
  noRoomForShift:
    'This tablet is nearly full: it was tried, and a day of visits and photos no longer fits. Sync soon and make room on the tablet; what cannot be written is said not to be saved.',
  signInAgain: 'Sign in again',
};
