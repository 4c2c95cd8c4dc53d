import type { Complete } from '@huhudao/ui';
import type { places as zhCN } from '../zh-CN/places.ts';

export const places: Complete<typeof zhCN> = {
  tree: 'Places to visit',
  search: 'Find a grid, building or stairwell',
  all: 'All',
  clear: 'Clear',
  undo: 'Undo',
  nothing: 'Nothing chosen yet. Tick a whole community, or open it and tick grids, buildings or stairwells.',
  chosen_one:
    '{{count}} community chosen: {{households}} households on the register, of which {{visitable}} can be visited.',
  chosen_other:
    '{{count}} communities chosen: {{households}} households on the register, of which {{visitable}} can be visited.',
  partlyChosen_one: '{{count}} community takes part only in places.',
  partlyChosen_other: '{{count}} communities take part only in places.',
  rest: 'Buildings in no grid',
  households_one: '{{number}} household',
  households_other: '{{number}} households',
  chosenOf: '{{chosen}} of {{households}}',
  visitable: 'Can be visited',
  partly: '{{name}} (in part)',
  some_one: '{{name}} ({{count}} place)',
  some_other: '{{name}} ({{count}} places)',
  named: '{{name}} ({{parts}})',
  andMore_one: '{{shown}} and others, {{count}} place in all',
  andMore_other: '{{shown}} and others, {{count}} places in all',
  reading: 'Reading…',
  gone_one: '{{count}} of the grids, buildings or stairwells chosen is no more.',
  gone_other: '{{count}} of the grids, buildings or stairwells chosen are no more.',
  belowGrid:
    'Only buildings or stairwells of {{names}} are chosen. A round with a questionnaire takes whole grids at least, so that no opinion can be traced. Choose whole grids; a coverage round may also go without a questionnaire.',
  leaveOut: 'Leave out',
  noneFound: 'There is no such place',
  noneFoundHint: 'Search by the name of a grid or compound, or by the number of a building or stairwell.',
  moreFound: 'Only the first 20 communities are listed. A longer text finds fewer.',
  keys: 'Keyboard: up and down to move, right to open, left to close, space to tick.',
  noCommunities: 'This street has no community yet',
  noCommunitiesHint: 'An administrator adds the areas and imports the households first.',
};
