import { describe, expect, it } from 'vitest';
import { communitiesWithoutTeam, lacksOf, type RoundDraft } from './round-states.ts';

const coverage: RoundDraft = {
  purpose: 'coverage',
  statement: '我们是社区的，来听听您的意见。',
  questionnaireHash: null,
  teams: [{ communityId: 'liuyin' }, { communityId: 'nanqiao' }],
  scope: { communityIds: ['liuyin', 'nanqiao'] },
};

describe('a round', () => {
  it('may open when a team takes part in each of its communities', () => {
    expect(lacksOf(coverage)).toEqual([]);
    expect(communitiesWithoutTeam(coverage)).toEqual([]);
  });

  it('lacks teams when one of its communities has none, whatever other communities have', () => {
    const teams = [{ communityId: 'liuyin' }, { communityId: 'liuyin' }, { communityId: 'elsewhere' }];
    expect(lacksOf({ ...coverage, teams })).toEqual(['teams']);
    expect(communitiesWithoutTeam({ ...coverage, teams })).toEqual(['nanqiao']);
    expect(lacksOf({ ...coverage, teams: [] })).toEqual(['teams']);
  });
});
