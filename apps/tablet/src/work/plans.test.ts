import { refusePlan } from '@huhudao/domain';
import { newId } from '@huhudao/protocol';
import { describe, expect, it } from 'vitest';
import type { OwnRecord } from '../local/work.types.ts';
import {
  assigned,
  noWork,
  someHousehold,
  someRound,
  someStairwell,
  someStreet,
  someTeam,
} from '../testing/street.ts';
import { planContext, plansOf } from './plans.ts';
import { roundView, type RoundView } from './round-view.ts';

const round = someRound();
const team = someTeam(round);
const stairwell = someStairwell({ mine: true });
const household = someHousehold(stairwell);
const street = someStreet({
  rounds: [round],
  teams: [team, someTeam(round, { name: '柳荫二组', mine: false })],
  stairwells: [stairwell],
  households: [household],
  assignments: [assigned(round, household)],
});
const view = roundView(street, round.id, noWork) as RoundView;
const request = {
  stairwellId: stairwell.id,
  teamId: team.id,
  day: '2026-11-21',
  from: '19:00',
  until: '20:30',
};
const planned: OwnRecord = {
  id: newId(),
  kind: 'plan',
  streetId: street.streetId,
  roundId: round.id,
  ...request,
};

describe('plans made without a network', () => {
  it('show at once, as not yet at the office', () => {
    const [plan] = plansOf(street, round.id, { ...noWork, own: [planned] });
    expect(plan).toMatchObject({ id: planned.id, teamName: '柳荫一组', unsent: true, mine: true });
  });

  it('clash with one another before the office has seen either', () => {
    const plans = plansOf(street, round.id, { ...noWork, own: [planned] });
    const context = planContext(view, street, plans);
    expect(refusePlan(request, context)).toBe('planTeamBusy');
    expect(refusePlan({ ...request, day: '2026-11-22' }, context)).toBeUndefined();
  });

  it('are gone at once when they are cancelled', () => {
    const cancel: OwnRecord = {
      id: newId(),
      kind: 'cancelPlan',
      streetId: street.streetId,
      planId: planned.id,
    };
    expect(plansOf(street, round.id, { ...noWork, own: [planned, cancel] })).toEqual([]);
  });

  it('show once when the pull tells them as well', () => {
    const told = { ...request, id: planned.id, roundId: round.id, note: null, cancelled: false };
    const reference = { ...street, plans: [told] };
    expect(plansOf(reference, round.id, { ...noWork, own: [planned] })).toHaveLength(1);
  });
});
