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

const me = newId();
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
const asking = { teamId: team.id, now: '2026-11-20T08:00:00.000Z' };
const planned: OwnRecord = {
  id: newId(),
  kind: 'plan',
  streetId: street.streetId,
  roundId: round.id,
  ...request,
};

describe('plans made without a network', () => {
  it('show at once, as not yet at the office', () => {
    const [plan] = plansOf(street, round.id, { ...noWork, own: [planned] }, me);
    expect(plan).toMatchObject({ id: planned.id, teamName: '柳荫一组', unsent: true, mine: true });
  });

  it('clash with one another before the office has seen either', () => {
    const plans = plansOf(street, round.id, { ...noWork, own: [planned] }, me);
    const context = planContext(view, street.teams, plans, asking);
    expect(refusePlan(request, context)).toBe('planTeamBusy');
    expect(refusePlan({ ...request, day: '2026-11-22' }, context)).toBeUndefined();
  });

  it('keep another team out until their hours have passed without a visit', () => {
    const plans = plansOf(street, round.id, { ...noWork, own: [planned] }, me);
    const others = street.teams.find(({ mine }) => !mine)?.id ?? '';
    const evening = { ...request, teamId: others, from: '20:30', until: '21:30' };
    const refusalAt = (seen: RoundView, now: string) =>
      refusePlan(evening, planContext(seen, street.teams, plans, { teamId: others, now }));
    expect(refusalAt(view, '2026-11-21T12:29:00.000Z')).toBe('planStairwellBusy');
    expect(refusalAt(view, '2026-11-21T12:30:00.000Z')).toBeUndefined();
    const latest = { latestOutcome: 'notHome' as const, latestAt: '2026-11-21T11:30:00.000Z', attempts: 1 };
    const assignments = [{ ...assigned(round, household), ...latest }];
    const visited = roundView({ ...street, assignments }, round.id, noWork) as RoundView;
    expect(refusalAt(visited, '2026-11-21T12:30:00.000Z')).toBe('planStairwellBusy');
  });

  it('wait for the leader, unless the leader made them, and show the yes at once', () => {
    const seenBy = (who: string, ...own: OwnRecord[]) =>
      plansOf(street, round.id, { ...noWork, own }, who).map(({ accepted, asksMe }) => ({
        accepted,
        asksMe,
      }));
    expect(seenBy(me, planned)).toEqual([{ accepted: false, asksMe: false }]);
    expect(seenBy(team.leaderId, planned)).toEqual([{ accepted: true, asksMe: false }]);
    const told = { ...request, id: planned.id, roundId: round.id, note: null, cancelled: false };
    const proposed = { ...street, plans: [{ ...told, accepted: false }] };
    const yes: OwnRecord = {
      id: newId(),
      kind: 'acceptPlan',
      streetId: street.streetId,
      planId: planned.id,
    };
    const leader = (...own: OwnRecord[]) =>
      plansOf(proposed, round.id, { ...noWork, own }, team.leaderId).map((plan) => plan.asksMe);
    expect([leader(), leader(yes)]).toEqual([[true], [false]]);
  });

  it('are gone at once when they are cancelled', () => {
    const cancel: OwnRecord = {
      id: newId(),
      kind: 'cancelPlan',
      streetId: street.streetId,
      planId: planned.id,
    };
    expect(plansOf(street, round.id, { ...noWork, own: [planned, cancel] }, me)).toEqual([]);
  });

  it('show once when the pull tells them as well', () => {
    const told = {
      ...request,
      id: planned.id,
      roundId: round.id,
      note: null,
      cancelled: false,
      accepted: false,
    };
    const reference = { ...street, plans: [told] };
    expect(plansOf(reference, round.id, { ...noWork, own: [planned] }, me)).toHaveLength(1);
  });
});
