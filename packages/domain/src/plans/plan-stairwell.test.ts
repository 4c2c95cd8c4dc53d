import { describe, expect, it } from 'vitest';
import { refusePlan, type PlanContext, type PlanRequest } from './plan-stairwell.ts';

const request: PlanRequest = {
  stairwellId: 's1',
  teamId: 't1',
  day: '2026-11-12',
  from: '18:30',
  until: '20:30',
};
const context: PlanContext = {
  round: { startsOn: '2026-11-10', deadline: '2026-11-30', open: true },
  teamIds: ['t1', 't2'],
  stairwellIds: ['s1', 's2'],
  mine: { stairwellIds: ['s1'], teamIds: [] },
  plans: [],
};

describe('a plan', () => {
  it('for one’s own stairwell within the round stands', () => {
    expect(refusePlan(request, context)).toBeUndefined();
  });

  it.each([
    ['roundNotOpen', {}, { round: { ...context.round, open: false } }],
    ['planOutsideRound', { day: '2026-12-01' }, {}],
    ['planWindowWrong', { from: '07:30' }, {}],
    ['planWindowWrong', { until: '18:30' }, {}],
    ['planWindowWrong', { until: '22:00' }, {}],
    ['planTeamNotInRound', { teamId: 't9' }, {}],
    ['stairwellNotInRound', { stairwellId: 's9' }, {}],
    ['planNotYours', { stairwellId: 's2' }, {}],
    ['planTeamBusy', {}, { plans: [{ ...request, stairwellId: 's2', from: '20:00', until: '21:00' }] }],
    ['planStairwellBusy', {}, { plans: [{ ...request, teamId: 't2', from: '09:00', until: '10:00' }] }],
  ] as const)('is refused: %s', (refusal, change, surroundings) => {
    expect(refusePlan({ ...request, ...change }, { ...context, ...surroundings })).toBe(refusal);
  });

  it('of the leader’s own team may go to a stairwell somebody else looks after', () => {
    const leader = { ...context, mine: { stairwellIds: [], teamIds: ['t1'] } };
    expect(refusePlan({ ...request, stairwellId: 's2' }, leader)).toBeUndefined();
  });

  it('may follow another of the same team without a gap', () => {
    const before = { ...request, from: '17:00', until: '18:30' };
    expect(refusePlan(request, { ...context, plans: [before] })).toBeUndefined();
  });
});
