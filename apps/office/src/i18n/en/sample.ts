import type { Complete } from '@huhudao/ui';
import type { sample as zhCN } from '../zh-CN/sample.ts';

export const sample: Complete<typeof zhCN> = {
  walkedBy: 'Walked by',
  walkedByHint:
    'Until it is closed and released, an assessor’s round is seen by the district office and the assessor alone; street and communities find neither list nor progress nor results.',
  byTeams: 'The communities’ teams',
  byAssessor: 'Assessor {{name}}',
  ownTeam: 'An assessor walks this round; it needs no team of a community.',
  openTablet: 'The tablet of assessor {{name}} receives the work at its next sync.',
  openHidden: 'Street and communities do not see this round until the district releases it after its close.',
  assessed: 'Assessed by {{name}}',
  hidden: 'Assessed by {{name}} (not released)',
  release: 'Release',
  releaseTitle: 'Release “{{name}}”?',
  releaseSeen: 'Street and communities see the list, the visits and the rates of this round from now on.',
  releaseFinal: 'It cannot be taken back.',
  method: 'Allocation',
  kind: {
    proportional: 'In proportion to households',
    squareRoot: 'By the square root of households',
    neyman: 'By households and expected spread (Neyman)',
    fixed: 'The same in every community',
    margin: 'By the error allowed',
  },
  households: 'Households to draw',
  margin: 'Error of at most ± (points)',
  response: 'Expected response (%)',
  eligibility: 'Expected lived in (%)',
  published: 'Every community’s rate is published',
  shareOut: 'Share out',
  expectedHint: 'Expected rate (%); the nearer to one half, the more is drawn:',
  outlook: '{{drawn}} households drawn, about {{completes}} responses expected.',
  tooSmall:
    '{{name}} can expect about {{completes}} responses, fewer than the {{floor}} that a community’s rate takes: it can probably not be published by itself.',
  tooSmallWhole:
    '{{name}} is taken whole and can still expect only {{completes}} responses, fewer than the {{floor}} that a community’s rate takes: it can probably not be published by itself.',
  copyFormer: 'Begin from a former round',
  copied: 'Filled in as in “{{name}}”; name and dates are to be set anew.',
  copiedUndo: 'Undo',
  copiedLost_one: '{{count}} team was disbanded and did not come along.',
  copiedLost_other: '{{count}} teams were disbanded and did not come along.',
  replicates: 'Reserve replicates',
  replicateSize: 'Households of each',
  reservesHint:
    'Reserves are drawn with the main sample and kept back. If too few answer, the district office releases one whole, with a reason; visitors cannot substitute.',
  releasedOf: '{{released}} of {{all}} released, {{size}} households each',
  releasedBecause: 'Replicate {{replicate}}: {{reason}} ({{name}})',
  releaseNext: 'Release replicate {{replicate}}',
  releaseNextTitle: 'Release reserve replicate {{replicate}} of {{name}}?',
  releaseWhole: 'Release it whole',
  adds_one:
    'Adds {{count}} household, for the team that goes to its stairwell; tablets get it at their next sync.',
  adds_other:
    'Adds {{count}} households, for the teams that go to their stairwells; tablets get them at their next sync.',
  probability:
    'The inclusion probability of every household of the community goes from {{before}} to {{after}}.',
  noWayBack: 'It cannot be taken back; {{left}} are left afterwards.',
  reason: 'Reason',
  reasonExample: 'For example: fewer answer than expected',
  audited: 'The reason and who released it are kept in the audit.',
  willDo: 'What opening will do',
  willVisit:
    'The {{households}} households on the register in {{names}} are listed; vacant, business, demolished and do-not-contact ones are not.',
  willDraw:
    '{{drawn}} of the {{households}} households on the register in {{names}} are drawn at random; vacant, business, demolished and do-not-contact ones are outside the frame.',
  willKeep: 'Each community also gets {{replicates}} reserve replicates of {{size}} households, kept back.',
  willSend_one: 'Doors go to {{count}} team, stairwell by stairwell; tablets get them at their next sync.',
  willSend_other: 'Doors go to {{count}} teams, stairwell by stairwell; tablets get them at their next sync.',
  willAssess: 'All doors go to the assessor; no team of a community takes part.',
  willShow:
    'District, street and these communities see list and progress; rates follow the rules of publication.',
  willHide: 'Seen by the district office and the assessor alone, until it is closed and released.',
};
