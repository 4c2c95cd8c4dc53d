import type { Complete } from '@huhudao/ui';
import type { monitor as zhCN } from '../zh-CN/monitor.ts';

export const monitor: Complete<typeof zhCN> = {
  trail: 'Where this is',
  up: 'Up',
  byPlace: 'Step by step',
  allStairwells: 'All stairwells',
  noGrid: 'Buildings in no grid',
  reached: 'Met',
  left: 'Left',
  revisits: 'Revisits',
  revisitOpen: 'Open',
  room: 'Room',
  doorState: 'State',
  outcome: 'Outcome',
  attempts: 'Attempts',
  outcomes: 'Outcome rates',
  outcomesText:
    'From the records as they are now, unweighted; a door nobody has visited is unknown (UH). A rate of fewer than {{fewest}} doors is not shown; see its counts. The rates to quote are those of the last release, on the page of the community.',
  together: 'All communities together',
  byCommunity: 'By community',
  assumption:
    'Assumed of e: of the {{unknown}} doors that are unknown, as many are eligible as of the {{base}} known ones, e = K / (K+NE) = {{e}}.',
  base: 'Base (doors)',
  tooFew: 'Too few doors',
  csvNote: 'Unweighted. Empty: 0/0, or a base of fewer than 30 doors. n is the base.',
  pace: 'Pace and forecast',
  paceText:
    'A door counts on the day of its last visit; the forecast rests on the last one to four whole weeks, weekdays and weekends apart',
  paceLabel: 'Doors settled day by day, and the forecast',
  daysLeft: 'Days to the deadline ({{deadline}})',
  needed: 'Needed a day',
  perDay: 'Settled a day',
  expected: 'Expected',
  interval: '95% prediction interval',
  lower: 'Lower end',
  upper: 'Upper end',
  words: {
    done: 'Every eligible door is settled.',
    over: 'The round is over: {{share}} of the eligible doors are settled.',
    tooEarly:
      'Too early to forecast: {{soFar}} days so far, {{needed}} (one whole week) are needed to rest it on.',
    forecast: 'At this pace {{range}} by the deadline on {{deadline}} (95% prediction interval). ',
    finish:
      'At this pace everything is done between {{from}} and {{until}} (95% prediction interval), before the deadline. ',
    behind: 'It will not be done in time without more hands or more days. ',
    open: 'Whether it will be done in time is open. ',
    slower:
      'It rests on the last {{days}} days; the last doors of a round are harder, so expect somewhat less.',
  },
};
