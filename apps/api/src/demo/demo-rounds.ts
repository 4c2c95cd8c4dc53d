/** The rounds of the demonstration: four measurements that are over, and a coverage round half done. */
import { addDays, dayOf, instantOf, must } from '@huhudao/domain';
import {
  closeRound,
  createRound,
  listBuildings,
  listTeams,
  makePlan,
  openRound,
  type CallOf,
} from '@huhudao/protocol';
import { signInTablet, type DemoApp, type DemoUser } from './demo-client.ts';
import { workRound } from './demo-field.ts';
import { demoPassword } from './demo-people.ts';
import { communities } from './demo-places.ts';
import type { Dice } from './dice.ts';

export type DemoStreet = {
  demo: DemoApp;
  dice: Dice;
  streetId: string;
  /** By community name. */
  communityIds: ReadonlyMap<string, string>;
  forms: { questionnaire: string; shortForm: string; visitForm: string };
  district: DemoUser;
  office: DemoUser;
  /** Each community’s tablet and the team leader who carries it, by community name. */
  tablets: ReadonlyMap<string, DemoTablet>;
};

/** It stays the same from round to round, and so does its count of records. */
export type DemoTablet = { login: string; deviceId: string; deviceName: string; sequence: number };

type RoundPlan = {
  name: string;
  purpose: 'measurement' | 'coverage';
  startsOn: string;
  deadline: string;
  /** The last day that has been worked. */
  workedUntil: string;
  trend: number;
};

const sampleSize = 130;
const lastMeasurements = [
  { before: 120, trend: -0.03 },
  { before: 90, trend: -0.012 },
  { before: 60, trend: 0.004 },
  { before: 30, trend: 0.02 },
];

export function plansOf(today: string): { measurements: RoundPlan[]; coverage: RoundPlan } {
  const measurements = lastMeasurements.map(({ before, trend }): RoundPlan => {
    const startsOn = addDays(today, -before);
    const deadline = addDays(startsOn, 10);
    return {
      name: `${Number(startsOn.slice(5, 7))}月模拟测评`,
      purpose: 'measurement',
      startsOn,
      deadline,
      workedUntil: deadline,
      trend,
    };
  });
  const startsOn = addDays(today, -9);
  const name = `${Number(startsOn.slice(5, 7))}月普遍走访`;
  const coverage: RoundPlan = {
    name,
    purpose: 'coverage',
    startsOn,
    deadline: addDays(today, 21),
    workedUntil: addDays(today, -1),
    trend: 0.02,
  };
  return { measurements, coverage };
}

/** Opens, works and, when it is over, closes a round. */
export async function holdRound(
  street: DemoStreet,
  plan: RoundPlan,
  tell: (part: number) => void,
): Promise<string> {
  const { demo, streetId } = street;
  demo.clock.now = new Date(instantOf(plan.startsOn, '08:00'));
  const person = plan.purpose === 'measurement' ? street.district : street.office;
  const params = { areaId: streetId };
  const { id } = await person.call(createRound, { params, body: await bodyOf(street, plan) });
  await person.call(openRound, { params: { ...params, roundId: id } });
  const days = daysOf(plan);
  for (const [index, truth] of communities.entries()) {
    const tablet = must(street.tablets.get(truth.name), 'a tablet of each community');
    demo.clock.now = new Date(instantOf(plan.startsOn, '08:30'));
    const leader = await signInTablet(demo, tablet.login, demoPassword, tablet);
    const coverage = plan.purpose === 'coverage';
    const work = {
      demo,
      dice: street.dice,
      leader,
      tablet,
      truth,
      streetId,
      roundId: id,
      days,
      spread: coverage ? 16 : 5,
      answering: coverage ? 0.4 : 0.94,
      trend: plan.trend,
    };
    await workRound(work, (part) => tell((index + part) / communities.length));
  }
  if (plan.workedUntil === plan.deadline) {
    demo.clock.now = new Date(instantOf(plan.deadline, '22:00'));
    await person.call(closeRound, { params: { ...params, roundId: id } });
  }
  return id;
}

function daysOf({ startsOn, workedUntil }: RoundPlan): string[] {
  const days: string[] = [];
  for (let day = startsOn; day <= workedUntil; day = addDays(day, 1)) days.push(day);
  return days;
}

async function bodyOf(street: DemoStreet, plan: RoundPlan): Promise<CallOf<typeof createRound>['body']> {
  const communityIds = [...street.communityIds.values()];
  const teams = await street.office.call(listTeams, { params: { areaId: street.streetId } });
  const measured = plan.purpose === 'measurement';
  return {
    name: plan.name,
    purpose: plan.purpose,
    startsOn: plan.startsOn,
    deadline: plan.deadline,
    attemptsWanted: 3,
    questionnaireHash: measured ? street.forms.questionnaire : street.forms.shortForm,
    visitFormHash: street.forms.visitForm,
    statement:
      '您好，我们是社区的走访小组，来听听您对文明城市创建的看法，也看看家门口有什么要解决的。愿意怎样回答由您决定。',
    materials: ['致居民的一封信', '居民手册'],
    scope: {
      communityIds,
      ...(measured
        ? {
            sampleSizes: Object.fromEntries(communityIds.map((id) => [id, sampleSize])),
            reserves: { replicates: 2, size: 6 },
          }
        : {}),
    },
    teamIds: teams.map((team) => team.id),
  };
}

/** A building head’s plans for the coming evenings in their own stairwells. */
export async function planEvenings(
  street: DemoStreet,
  head: DemoUser,
  community: string,
  roundId: string,
): Promise<void> {
  const areaId = must(street.communityIds.get(community), 'the community of a building head');
  const [team] = await head.call(listTeams, { params: { areaId } });
  const buildings = await head.call(listBuildings, { params: { areaId } });
  const own = buildings
    .flatMap((building) => building.stairwells)
    .filter((stairwell) => stairwell.stewardId === head.session.personId);
  const today = dayOf(street.demo.clock.now.toISOString());
  for (const [index, stairwell] of own.entries()) {
    const day = addDays(today, 1 + index);
    const body = {
      stairwellId: stairwell.id,
      teamId: must(team, 'a team').id,
      day,
      from: '18:30',
      until: '20:30',
    };
    await head.call(makePlan, { params: { areaId, roundId }, body });
  }
}
