import type { Complete } from '@huhudao/ui';
import type { zhCN } from './zh-CN.ts';

export const en: Complete<typeof zhCN> = {
  opening: 'Opening…',
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
