import type { Complete } from '@huhudao/ui';
import type { compare as zhCN } from '../zh-CN/compare.ts';

export const compare: Complete<typeof zhCN> = {
  title: '{{area}} · Compare',
  about: 'Released figures only; no ranking',
  communities: 'Communities',
  rounds: 'Two rounds',
  trends: 'Change by community',
  samplesOnly:
    'Only rounds with a random sample are compared so: a coverage round has no sampling error for chance to explain.',
  none: 'This round has no figures to compare yet',
  noneHint: 'Once responses are in and released, the comparison appears here.',
  funnelNote:
    'Each point is a community: further right there are more answers, and chance makes less of a difference. Chance alone leaves 95% between the dashed lines and 99.8% between the solid ones. A community outside the solid lines is worth asking about; higher or lower between them means nothing.',
  funnelOf: '{{indicator}}: funnel plot of communities',
  centre: 'Together',
  answers: 'Answers, n',
  limits: '{{share}} limits of chance',
  judged: 'Judgement',
  group: {
    above: 'Above what chance explains',
    within: 'Within what chance explains',
    below: 'Below what chance explains',
  },
  centreIs: 'Communities with a released figure together: {{share}}.',
  widened: 'Communities differ by more than chance, so the limits are widened by φ = {{factor}}.',
  leftOut:
    'Communities whose figure is hidden or only a range take no part: {{count}}. The table says why for each.',
  tooFewCommunities: 'Fewer than two communities have a released figure, so there is nothing to draw.',
  oneCommunity: 'A single community has nothing to be compared with',
  oneCommunityHint: 'See “Two rounds” and “Change by community”.',
  screen: 'All communities × four rates at once',
  screenNote:
    'Each community against all others with a released figure (Fisher’s exact test), adjusted for the number of comparisons (Benjamini–Hochberg). In administrative order.',
  screenFound: 'Of {{all}} comparisons, {{found}} differ by more than chance explains.',
  screened: {
    above: 'Higher than the others',
    within: 'No more than chance explains',
    below: 'Lower than the others',
  },
  screenCsv: 'Download all (CSV)',
  rest: 'The others together',
  adjusted: 'Adjusted p',
  against: 'against',
  former: 'Former round',
  oneRound: 'There are no two rounds to compare yet',
  oneRoundHint: 'A comparison needs two rounds of the same kind.',
  differenceOf: '{{indicator}}: {{now}} less {{former}} (points)',
  difference: 'Difference (points)',
  interval: '95% interval of the difference',
  bounds: 'Bounds of the difference',
  fromTo: '{{from}} to {{to}}',
  more: 'Higher',
  less: 'Lower',
  change: { more: 'Higher', less: 'Lower', open: 'No change can be claimed' },
  sampledNote:
    'The point is the difference of the two rounds, the pale bar its 95% interval. Where the bar crosses 0, no change can be claimed; of many communities about one in twenty misses 0 by chance alone. Each round drew households of its own, so a change here does not show what revisits achieved.',
  coverageNote:
    'A coverage round has no sampling error. The pale bar is as far as those who did not answer could move the difference; where it crosses 0, no change can be claimed.',
  nothingToDraw: 'No community has comparable released figures in both rounds. The table says why.',
  why: {
    noFigure: 'One round has no figure',
    notShown: 'The figure of one round is not published',
    purpose: 'The rounds were made in different ways and are not compared',
    formula: 'The questionnaire or definition changed, so they are not compared',
    partly: 'Only some grids were visited, so they are not compared',
  },
  trendsNote:
    'All pictures have the same scale, in administrative order. Bars are 95% intervals (bounds in coverage rounds); where the definition changed, the line breaks.',
};
