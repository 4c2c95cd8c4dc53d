import type { Complete } from '@huhudao/ui';
import type { methods as zhCN } from '../zh-CN/methods.ts';

export const methods: Complete<typeof zhCN> = {
  title: '{{area}} · How this figure was made: {{indicator}}',
  figure: 'The released figure',
  definition: 'Definition: what is counted, out of what',
  noDefinition: 'The questionnaires here did not ask for this.',
  otherDefinitions: 'Definitions used in other rounds',
  breakWhy: 'Between rounds of different definitions the line of a trend breaks, and nothing is compared.',
  fraction: '({{favourable}}) ÷ ({{base}})',
  askedIn: 'Used in: {{rounds}}',
  answers: 'Where the answers come from',
  weighted:
    'Weight of an answer = households N of its community ÷ people of it who responded, so that larger communities count for more. A community’s own rate needs no weights. Where one adult of a household is chosen, the number of adults is recorded; published rates are not weighted by it yet.',
  unweighted: 'A coverage round goes to every household: answers are added up without weights.',
  noAnswers: 'No answers have been released yet.',
  frame: 'Households, N',
  answersN: 'Answers in the denominator, n',
  leftOut: 'What is left out',
  leftOutCodes: 'Options “left out” by the definition, and responses without an answer to this item.',
  leftOutRest:
    'Fewer than 5 responses that came after the last release before the round closed: to publish them would give these few people’s answers away.',
  leftOutSecond:
    'A second response of a household in the same round (several teams came, or it had answered on its own phone): kept, but only the first counts.',
  calculation: 'The calculation',
  step: {
    share: 'Rate of a community: favourable answers x over the denominator n.',
    streetShare:
      'Rate of a street: stratified by community (N_h households, r_h people who responded), to a tenth of a point.',
    variance:
      'Variance, communities as strata (y is 1 if favourable, d is 1 if in the denominator), with the finite population correction, since the question is how things are here and now.',
    effective: 'Effective sample size: how many answers of a simple sample this one is worth.',
    wilson: '95% interval: Wilson’s, on the effective sample size.',
    coverageShare: 'Rate: favourable answers over the denominator, communities simply added up.',
    coverageBounds:
      'Bounds: if none of those who did not answer were favourable, or all of them (RR1 is the response rate).',
  },
  remake: 'Make it again',
  remakeHint:
    'Download an R script with the figures in it: it makes rates and intervals again from what this page prints, with the survey package, and compares them with what was printed. It holds no single answer, and no community whose rate is held back.',
  remakeSave: 'Download the R script',
  remakeHeld:
    'A community’s rate is held back, so that the street’s can be read and not made again; the script makes those of the printed communities.',
  remakeNothing: 'No rate is printed in full here: there is nothing to make again.',
  releases: 'Releases',
  releaseNumber: 'Release',
  shownAs: 'Shown as',
  kind: {
    shown: 'In full',
    flagged: 'In full, with limited precision',
    banded: 'A range only',
    hidden: 'Hidden',
  },
  rules: 'Rules of publication',
  ruleFew: 'A figure of fewer than {{count}} answers is hidden.',
  ruleBand: 'Where the minority is below {{count}}, only a range is shown, in steps of {{step}} points.',
  ruleSecondary: 'Where other figures would give a hidden one away, one more is hidden.',
  ruleNoPrecision: 'A coverage round estimates nothing, so that rules of precision do not apply.',
  rulePrecision:
    'With fewer than {{sample}} answers or effective answers, or an interval of {{widest}} or wider, a figure is hidden; up to {{narrow}} it is shown; between the two it is hidden if the relative width is above {{relative}}.',
  ruleFlag: 'Below {{df}} degrees of freedom a figure is marked as of limited precision.',
};
