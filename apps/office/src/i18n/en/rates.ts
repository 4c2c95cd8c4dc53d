import type { Complete } from '@huhudao/ui';
import type { rates as zhCN } from '../zh-CN/rates.ts';

export const rates: Complete<typeof zhCN> = {
  purposeLabel: 'Where the figures come from',
  round: 'Round',
  noRounds: 'There is no round to show yet',
  noRoundsHint: 'Once a round is open and responses arrive, the four rates appear here.',
  districtHint:
    'Rates are released street by street and not merged. Choose a street at the top left; communities are listed below.',
  noCellHint: 'This round has no response that may be published yet.',
  target: 'Target {{target}}',
  verdict: { met: 'Met', notMet: 'Not met', undecided: 'Undecided' },
  verdictHint: {
    met: '95% sure that the target of {{target}} is met',
    notMet: '95% sure that the target of {{target}} is not met',
    undecided: 'The sample is too small to say whether the target of {{target}} is met',
  },
  interval: '95% interval {{range}}',
  bounds: 'With those who did not answer, between {{range}}',
  n: 'n = {{n}}',
  hidden: 'Not shown',
  flagged: 'Limited precision; quote with care',
  reason: {
    fewAnswers: 'Too few answers: hidden to protect those who answered',
    smallMinority: 'The minority is so small that somebody might be recognised; only a range is shown',
    imprecise: 'Too few answers: the error would be too large to publish',
    secondary: 'Hidden because it would give away a hidden figure beside it',
    other: 'By the rules of publication not shown in full',
  },
  satisfactionBeside: 'Very satisfied {{top}} · mean score {{mean}} · cannot say {{dontKnow}}',
  satisfactionHeld:
    '“Very satisfied”, mean score and “cannot say” are not published this time: one level has fewer than 5 answers, or figures held back could be worked out.',
  besideTitle: 'Printed beside it',
  beside: '{{answers}} {{share}} (not counted as favourable)',
  besideHeld:
    'The share of “{{answers}}” is not published this time: one kind of answer was given fewer than 5 times, the error would be too large, or figures held back could be worked out.',
  trend: '{{indicator}}: change over rounds',
  trendRound: 'Round',
  trendValue: 'Value',
  trendRange: 'Interval or bounds',
  breakNote:
    'From {{round}} on the questionnaire or definition differs: the line breaks and the two sides cannot be compared.',
  hiddenNote: '{{round}} is not shown: {{reason}}.',
  bandNote: 'Dashed box: only a range is shown.',
  tooFew: 'A change needs at least two rounds.',
  measurementAbout: 'Random sample · {{sample}} households drawn · response rate RR1 {{rr1}}',
  partlyAbout: 'only some grids of {{names}} were visited, and the rates are of these',
  coverageAbout: 'Coverage round · response rate RR1 {{rr1}} · describes those who answered only',
  cellsByCommunity: 'Rates by community',
  cellsNote: 'In administrative order; no ranking. Open a community by its name.',
  community: 'Community',
  byIndicator: 'Indicator',
  indicatorValue: 'Value',
  how: 'How were these figures made?',
  howTitle: 'How these figures were made',
  howMeasurement:
    'This round is a random sample. The value estimates all households, and the interval shows the sampling error: of a hundred such samples, about ninety-five would have an interval that contains the true value.',
  howCoverage:
    'This is a coverage round that goes to every door. The value describes those who answered. There is no sampling error, but those who did not answer may differ: the lower bound supposes that none of them is favourable, the upper that all are.',
  howRelease:
    'Pages, exports and bulletins show the same released figure, never a live count. A figure is released again only after at least 5 further responses, and a release never changes.',
  howSuppression:
    'A cell with fewer than 5 answers is hidden; where the minority is below 5, only a range is shown; figures with too large an error are not published. The rules are the same for everybody and every page.',
  howBeside:
    'Finer shares such as “has heard of it” and “very satisfied” are printed beside a rate only where every kind of answer was given at least 5 times and nothing held back earlier could be worked out. A street’s “has heard of it” is given to a whole point, so that the few answers of one community cannot be worked out.',
  howTarget:
    '“Met” if the one-sided 95% lower bound reaches the target, “not met” if the upper bound is below it, otherwise “undecided”.',
  item: 'Item',
  favourable: 'Counts as favourable',
  base: 'Denominator',
  excluded: 'Left out',
  dontKnow: '“Cannot say”',
  dontKnowInBase: 'stays in the denominator',
  dontKnowExcluded: 'leaves the denominator',
  formula: 'Definition id',
  scores: 'Scores',
  toMethods: 'See step by step how a figure was made (Methods)',
  release: 'Release {{number}}',
  outcomes: 'Visit outcomes and rates (AAPOR Standard Definitions)',
  outcomesNote:
    'K = I+P+R+NC+O, households known to be eligible; U = UH+UO, those not known; e, the share of U estimated to be eligible. 0/0 has no meaning and is shown as “—”.',
  excessTitle: 'Responses in excess (n − I − P)',
  excess:
    'The released responses exceed the households that answered (I + P) by {{excess}}: where several teams came to one door and the answers are anonymous, nobody can tell which belong together, so all are counted and the excess is printed here.',
  outcomeCode: 'Group',
  outcomeCount: 'Households',
  outcomeRate: 'Rate',
  outcomeValue: 'Value',
  outcomeFormula: 'Formula',
  group: {
    I: 'Complete',
    P: 'Partial',
    R: 'Refusal',
    NC: 'Non-contact',
    O: 'Other (reached, no answers)',
    UH: 'Unknown if a household (no access)',
    UO: 'Unknown, other',
    NE: 'Not eligible',
  },
  setTarget: 'Set targets',
  targetTitle: 'The four targets',
  targetText:
    'Targets hold for every community of the district. Left empty, there is no target and only the value is shown.',
  targetSaved: 'Targets saved',
  csvName: 'rates',
};
