import { describe, expect, it } from 'vitest';
import { communitiesWithoutTeam, lacksOf, type RoundDraft } from './round-states.ts';

const coverage: RoundDraft = {
  purpose: 'coverage',
  statement: '我们是社区的，来听听您的意见。',
  questionnaireHash: null,
  teams: [{ communityId: 'liuyin' }, { communityId: 'nanqiao' }],
  scope: { communityIds: ['liuyin', 'nanqiao'] },
  cases: { listed: 0, found: 0 },
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

  it('that goes back to 12345 cases lacks them while it has none, or does not know the door of each', () => {
    const hotline = { ...coverage, purpose: 'hotline' as const };
    expect(lacksOf(hotline)).toEqual(['cases']);
    expect(lacksOf({ ...hotline, cases: { listed: 2, found: 1 } })).toEqual(['cases']);
    expect(lacksOf({ ...hotline, cases: { listed: 2, found: 2 } })).toEqual([]);
  });
});
