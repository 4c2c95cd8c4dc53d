import { groupOutcomes } from '@huhudao/domain';
import { describe, expect, it } from 'vitest';
import { defaultDisclosureRules } from '@huhudao/statistics';
import { planCommunity, planStreet } from './plan-areas.ts';

const community = (areaId: string, completed: number, respondents: number, releasedBefore?: number) => {
  const outcomes = groupOutcomes([{ outcome: 'completed', count: completed }]);
  const basis = { respondents: releasedBefore ?? 0, topics: {} };
  const figures = { outcomes, excess: 0, topics: {} };
  const past = releasedBefore === undefined ? undefined : { number: 1, basis, figures };
  return { areaId, outcomes, now: { respondents, topics: {} }, past };
};
const plan = (...one: Parameters<typeof community>) =>
  planCommunity(community(...one), true, defaultDisclosureRules);

describe('responses in excess of the doors that answered', () => {
  it('are counted where there are more, and never make up for doors still to be heard from', () => {
    const parallel = plan('liuyin', 20, 23);
    const waiting = plan('nanqiao', 20, 11);
    expect([parallel.figures.excess, waiting.figures.excess]).toEqual([3, 0]);
    expect(planStreet('street', [parallel, waiting]).figures.excess).toBe(3);
  });

  it('do not tell of responses too few to be released', () => {
    expect(plan('liuyin', 20, 24, 20).figures.excess).toBe(0);
    expect(plan('liuyin', 20, 25, 20).figures.excess).toBe(5);
  });
});
