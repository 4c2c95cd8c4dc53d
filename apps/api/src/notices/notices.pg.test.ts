/** Who is told of what: every kind of notice, and everybody who is there, in the office and by the pull alike. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noticeKinds, type NoticeKind } from '@huhudao/domain';
import {
  call,
  closeRound,
  createRound,
  extendRound,
  openRound,
  remindTeams,
  replacePerson,
  undoExtension,
  withdrawAppointment,
  type AppointmentLink,
  type Mutation,
} from '@huhudao/protocol';
import { tellDueEverywhere } from '../appointments/tell-due.ts';
import * as facts from '../sync/pull.facts.queries.ts';
import { announce } from './announce.ts';
import { all, buildNoticeWorld, evening, first, second, type NoticeWorld } from './notices.testing.ts';

let world: NoticeWorld;

beforeAll(async () => {
  world = await buildNoticeWorld();
});
afterAll(() => world.api.stop());
beforeEach(() => world.nextRound());

const inRound = () => ({ areaId: world.street.streetId, roundId: world.roundId() });
const afternoon = { from: '14:30', until: '16:00' };
const extension = { deadline: '2027-02-01', reason: '连日下雨' };

/** Teams hear of their own, offices of none. */
const everywhere = (kind: NoticeKind) => ({
  ...all(['zhao', 'li', 'wu'], `${kind} ${first}`),
  ...all(['sun'], `${kind} 南桥一组`),
  ...all(['chen'], `${kind} ${second}`),
  ...all(['zhou', 'tan'], `${kind} -`),
});

/** What is done after what, and who is told of it, of which team. */
type Case<Before = unknown> = {
  before?: () => Promise<Before>;
  act: (before: Before) => Promise<unknown>;
  told: () => Record<string, string[]>;
};

const one = <Before>(case_: Case<Before>): Case => case_ as Case;

async function planned(): Promise<Mutation> {
  const plan = world.plan(world.street.teams.liuyin);
  await world.pushed('head', plan);
  return plan;
}

async function openAnother(): Promise<void> {
  const { street, secondTeam, today, tomorrow } = world;
  const office = world.one('office');
  const params = { areaId: street.streetId };
  const body = {
    ...{ name: `又一轮${today()}`, purpose: 'coverage' as const, startsOn: today(), deadline: tomorrow() },
    ...{
      questionnaireHash: null,
      visitFormHash: street.hashes.visitForm,
      statement: '来听听',
      materials: [],
    },
    scope: { communityIds: Object.values(street.communities) },
    teamIds: [...Object.values(street.teams), secondTeam],
  };
  const { id: roundId } = await office.call(createRound, { params, body });
  await office.call(openRound, { params: { ...params, roundId } });
}

async function replaceSomebody(): Promise<void> {
  const { api, street, secondTeam } = world;
  const { id: personId } = await api.person('leaving', ['worker', street.communities.liuyin]);
  await facts.joinTeam(api.sql, street.streetId, secondTeam, personId);
  const body = { teams: [{ teamId: secondTeam, by: 'nobody' as const }], revisitsTo: null };
  const params = { areaId: street.streetId, personId };
  await world.one('office').call(replacePerson, { params, body });
}

const tellDue = () => tellDueEverywhere(world.api.deps, announce);

const cases: Record<NoticeKind, Case> = {
  roundOpened: { act: openAnother, told: () => everywhere('roundOpened') },
  roundClosed: {
    act: () => world.one('office').call(closeRound, { params: inRound() }),
    told: () => everywhere('roundClosed'),
  },
  deadlineExtended: {
    act: () => world.one('office').call(extendRound, { params: inRound(), body: extension }),
    told: () => everywhere('deadlineExtended'),
  },
  extensionTakenBack: one({
    before: () => world.one('office').call(extendRound, { params: inRound(), body: extension }),
    act: ({ id: extensionId }) =>
      world.one('office').call(undoExtension, { params: { ...inRound(), extensionId } }),
    told: () => everywhere('extensionTakenBack'),
  }),
  reminder: {
    act: () => {
      const { liuyin } = world.street.communities;
      const body = { teamIds: [world.street.teams.liuyin, world.secondTeam], cause: 'noPlan' as const };
      return world.one('zhou').call(remindTeams, { params: { ...inRound(), areaId: liuyin }, body });
    },
    told: () => ({
      ...all(['zhao', 'li', 'wu'], `reminder ${first}`),
      ...all(['chen'], `reminder ${second}`),
    }),
  },
  teamChanged: { act: replaceSomebody, told: () => all(['chen', 'wu'], `teamChanged ${second}`) },
  planGiven: { act: planned, told: () => all(['zhao', 'li', 'wu'], `planGiven ${first}`) },
  planMoved: one({
    before: planned,
    act: (plan) => world.pushed('head', world.on('cancelPlan', plan), world.plan(world.secondTeam)),
    told: () => all(['zhao', 'li', 'wu', 'chen'], `planMoved ${second}`),
  }),
  planTaken: one({
    before: planned,
    act: (plan) => world.pushed('zhao', world.on('cancelPlan', plan)),
    told: () => all(['head', 'li', 'wu'], `planTaken ${first}`),
  }),
  planAccepted: one({
    before: planned,
    act: (plan) => world.pushed('zhao', world.on('acceptPlan', plan)),
    told: () => all(['head'], `planAccepted ${first}`),
  }),
  planReturned: {
    before: async () => {
      // A day that no plan before was for.
      world.later(2 * 24 * 60);
      await world.pushed(
        'head',
        world.plan(world.secondTeam, world.today(), { from: '11:00', until: '12:00' }),
      );
      world.later(180);
    },
    act: () => world.pushed('zhao', world.plan(world.street.teams.liuyin, world.today(), afternoon)),
    told: () => ({
      ...all(['chen'], `planReturned ${second}`),
      ...all(['li'], `planGiven ${first}`),
      wu: [`planGiven ${first}`, `planReturned ${second}`],
      head: [`planGiven ${first}`, `planReturned ${second}`],
    }),
  },
  appointmentMade: {
    act: () => world.choose(world.door(0)),
    told: () => all(['zhao', 'li', 'wu'], `appointmentMade ${first}`),
  },
  appointmentChanged: {
    before: () => world.choose(world.door(0)),
    act: () => world.choose(world.door(0), world.tomorrow(), { from: '09:00', until: '11:30' }),
    told: () => all(['zhao', 'li', 'wu'], `appointmentChanged ${first}`),
  },
  appointmentWithdrawn: one({
    before: () => world.choose(world.door(0)),
    act: (body: AppointmentLink) => call(world.resident, withdrawAppointment, { body }),
    told: () => all(['zhao', 'li', 'wu'], `appointmentWithdrawn ${first}`),
  }),
  appointmentDue: {
    before: async () => {
      await world.choose(world.door(0));
      world.later(21 * 60);
    },
    act: async () => {
      await tellDue();
      await tellDue();
    },
    told: () => all(['zhao', 'li', 'wu'], `appointmentDue ${first}`),
  },
};

describe('a notice', () => {
  it.each(noticeKinds)('of %s reaches whom it concerns, once each, and nobody else', async (kind) => {
    const { before, act, told } = cases[kind];
    const prepared = await before?.();
    expect(await world.toldBy(() => act(prepared))).toEqual(told());
  });

  it('names the address and the hours, and nobody who lives there', async () => {
    const { api, street, door, choose, tomorrow } = world;
    await facts.insertResident(api.sql, street.streetId, door(1).id);
    await choose(door(1));
    const [notice] = await world.listed('li');
    expect(notice).toMatchObject({
      kind: 'appointmentMade',
      place: { compound: '柳苑', building: '1栋', stairwell: '1单元', room: '102', householdId: door(1).id },
      facts: { day: tomorrow(), window: evening },
    });
    for (const secret of ['张建华', 'zjh', '19900000000', '门铃'])
      expect(JSON.stringify(notice)).not.toContain(secret);
  });

  it.each([
    'planGiven',
    'planTaken',
    'planMoved',
    'planReturned',
    'appointmentMade',
    'appointmentDue',
  ] as const)(
    'of %s is nobody’s to read once the round is an assessor’s, except the assessor’s',
    async (kind) => {
      const { before, act } = cases[kind];
      await act(await before?.());
      const { api, street, names, roundId } = world;
      await facts.giveToAssessor(api.sql, street.streetId, roundId(), world.one('wu').id);
      const ofRound = (items: readonly { kind: string; roundId: string | null }[]) =>
        items.filter((notice) => notice.roundId === roundId());
      for (const name of names.filter((name) => name !== 'wu'))
        expect(ofRound(await world.listed(name)), name).toEqual([]);
      for (const name of ['li', 'chen', 'head']) expect(ofRound(await world.pulled(name)), name).toEqual([]);
      for (const own of [await world.listed('wu'), await world.pulled('wu')])
        expect(ofRound(own).map((notice) => notice.kind)).toContain(kind);
    },
  );
});
