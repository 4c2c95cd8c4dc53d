import type { Complete } from '@huhudao/ui';
import type { visit as visitZhCN } from '../zh-CN/visit.ts';

export const visit: Complete<typeof visitZhCN> = {
  leave: 'Stop here and go on later',
  discard: 'Discard',
  discardTitle: 'Discard this visit?',
  discardWhy: 'What was filled in is deleted from the tablet and never sent.',
  discardNo: 'Keep it',
  say: {
    title: 'Say why you come',
    who: 'I am {{name}}, working for {{place}}.',
    noStatement:
      'Nothing is written for this round. Say who you are, why you come, and that answering is free.',
    voluntary: 'Answering is voluntary, and you can stop at any time.',
    materials: 'Hand over',
    topics: 'To talk about here',
    next: 'They will talk',
    end: 'No conversation',
    endTitle: 'How did it end?',
  },
  present: {
    former: 'Somebody no longer in the team',
    title: 'Who else is here?',
    why: 'Note it as it is; results are looked at separately. While a building head or neighbour is here, the questionnaire is not read aloud.',
    label: 'Besides the resident',
    companions: 'Team members who came along',
  },
  identity: {
    title: 'How would you like to answer? You decide, and you can stop at any time.',
    promise:
      'There are no right or wrong answers. If you fill it in yourself, community staff, building heads and neighbours never see them.',
    label: 'How to answer',
    anonymous:
      'Only your community is recorded. Nobody knows it was you, so nobody will come back because of it.',
    confidential:
      'Used in totals only. If you want somebody to come and talk about something, you can tell us separately.',
    named:
      'The street office can see your answers and send somebody about what matters to you. Every look is put on record.',
    namedName: 'With my name, you may come back',
    how: 'How to fill it in',
    handedOver: 'I fill it in',
    readAloud: 'Read it to me',
    handOver:
      'The tablet is yours now. The staff do not look at the screen; give it back when you have finished.',
    onlyHandedOver: 'Others are here, so please read and fill it in yourself.',
    readOut:
      'The staff read each question and tap your answer. Once sent, answers cannot be seen on this tablet.',
    begin: 'I agree, begin',
    decline: 'Not taking part',
    declineTitle: 'No answers',
  },
  questions: {
    title: 'Questionnaire',
    stop: 'Stop',
    complete: 'Finished',
    stopTitle: 'Stop here?',
    keep: 'Go on another time',
    keepHelp: 'The answers stay on this tablet; next time it goes on at this question.',
    end: 'That is all, count what I answered',
    endHelp: 'What was answered is sent, and nobody comes back for the rest.',
    withdraw: 'Take it all back',
    withdrawHelp: 'The answers are deleted from the tablet at once, and nothing is sent.',
    missing: 'This form is not on the tablet yet. Connect to a network and try again.',
  },
  handBack: {
    title: 'Thank you!',
    why: 'Your answers are put away; this tablet will not show them again.',
  },
  topics: {
    title: 'Should somebody come and talk about anything?',
    why: 'Only what you choose here is passed on, never your answers. Leave it empty if there is nothing.',
    label: 'May be passed on',
  },
  form: {
    title: 'Visit form',
    anonymous: 'The answers were anonymous: note only what the resident says may be passed on.',
  },
  finish: {
    otherOutcome: 'Did it end otherwise?',
    title: 'Check and save',
    outcome: 'Outcome',
    answers: 'Answers',
    answersDone: '{{mode}} · {{how}} · complete',
    answersStopped: '{{mode}} · {{how}} · in part',
    present: 'Present',
    nobody: 'nobody else',
    companions: 'Came along',
    topics: 'May be passed on',
    noTopics: 'nothing',
    save: 'Save visit',
    saveFailed: 'It was not saved. Try again; everything is still in the draft.',
    kept: 'The unanswered questions stay on this tablet for another visit.',
  },
};
