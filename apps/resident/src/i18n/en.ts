import type { Complete } from '@huhudao/ui';
import type { zhCN } from './zh-CN.ts';

export const en: Complete<typeof zhCN> = {
  opening: 'Opening…',
  welcome: {
    title: 'Page for residents',
    what: 'When your community visits, you can answer on your own phone, or choose a time that suits you. There is nothing to register and no password.',
    howTitle: 'How to use it',
    answer: 'To answer: ask the visitor to show the code on the tablet, and scan it with your phone.',
    appointment:
      'To choose a time: scan the code on the slip or notice at your door, then take a day and a time.',
    rightsTitle: 'Answering is up to you',
    rights:
      'You need not answer, and you can stop at any time. You can answer anonymously, in confidence or by name; anonymous answers do not say which door they came from.',
    otherwise:
      'If you have no code, or there is something else, please turn to your community. Its number is on the notice board of your stairwell.',
  },
  appointment: {
    asks: '{{street}} {{community}} would like to visit you. When does it suit?',
    free: 'Whether you accept the visit, and whether you answer, is up to you.',
    day: 'First the day',
    time: 'Then the time',
    note: 'Anything the visitors should know (optional)',
    noteHelp: 'Please write no identity numbers.',
    choose: 'Agree this time',
    keep: 'Leave it as it was',
    noDays: 'No time is left in this round of visits. Please call the community.',
    call: 'Rather talk? Call the community',
    agreed: 'Agreed',
    comes: 'The visitors of {{community}} will come then.',
    noted: 'You wrote: {{note}}',
    sameCode: 'To change or cancel it, scan the same code again.',
    change: 'Change the time',
    withdraw: 'Cancel the appointment',
    withdrawn: 'Cancelled. You can choose another time whenever you like.',
  },
  trouble: {
    title: 'It does not open',
    noNetwork: 'There is no connection. Check the network and try again; the code has not been used.',
    again: 'Try again',
    fault:
      'The browser of this phone cannot show the questionnaire; nothing was sent. Please answer on the visitor’s tablet.',
  },
  identity: {
    asks: '{{street}} {{community}} asks you to answer a questionnaire',
    voluntary:
      'It is up to you, and you can stop at any time. Until you send them, answers are only on your phone.',
  },
  questions: {
    title: 'Questionnaire',
    complete: 'Finished, send',
    stop: 'Stop',
    stopTitle: 'Stop here?',
    end: 'That is all, send what I answered',
    endHelp: 'The other questions are not asked.',
    withdraw: 'Forget it, delete my answers',
    withdrawHelp: 'They are deleted from this phone at once, and nothing is sent.',
  },
  sending: {
    title: 'Sending…',
    wait: 'Please do not close this page.',
    notYet: 'Not sent yet',
    keepOpen:
      'Please do not close this page. Your answers are still on your phone; try again when there is a network.',
    again: 'Try again',
    refused: 'Not sent',
    lost: 'Your answers were not sent and are only on your phone; closing this page deletes them.',
  },
  sent: {
    title: 'Sent',
    thanks: 'Thank you!',
    gone: 'Your answers have arrived and are no longer on this phone. You can close this page.',
    show: 'You can show this page to the visitor: it has none of your answers.',
  },
};
