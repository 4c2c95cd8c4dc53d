/** What is said at the doors of the story: made up so that every rule of publication has a cell to show itself on. */
import { must, type IdentityMode, type Outcome, type RevisitReason } from '@huhudao/domain';
import type { Answers } from '@huhudao/questionnaire';
import type { Answered, Encounter } from './encounter.ts';

/** How many give each code. */
type Share = Readonly<Record<string, number>>;

/** A community's doors: its answers to the four headline items, who answers how, and how the other doors end. */
export type CommunityScript = {
  headline: Readonly<Record<'knowsCampaign' | 'overallSatisfaction' | 'takesPart' | 'supportsEffort', Share>>;
  modes: Readonly<Record<IdentityMode, number>>;
  /** How many stop after the headline items and let count what they said. */
  stopping: number;
  unanswered: Partial<Record<Outcome, number>>;
};

/** Doors that must be flagged for another visit, by why: their numbers in walking order, from 1. */
export type Flagged = Partial<Record<RevisitReason, readonly number[]>>;

/** 80 doors, 62 responses. All but two are for the effort: such a share is shown as a band only. */
export const liuyin: CommunityScript = {
  headline: {
    knowsCampaign: { know: 40, heardOf: 12, dontKnow: 8, unsure: 2 },
    overallSatisfaction: {
      verySatisfied: 12,
      satisfied: 20,
      basicallySatisfied: 14,
      notVerySatisfied: 8,
      dissatisfied: 5,
      cannotSay: 3,
    },
    takesPart: { often: 10, sometimes: 25, never: 24, unsure: 3 },
    supportsEffort: { support: 60, indifferent: 2 },
  },
  modes: { anonymous: 21, confidential: 21, named: 20 },
  stopping: 0,
  unanswered: { refused: 5, notHome: 5, vacant: 4, refusedHard: 2, noAccess: 1, notResidential: 1 },
};

/** Of 13 who are not satisfied five said so by name; of those who ask for a visit two did so in confidence. */
export const flaggedInLiuyin: Flagged = {
  lowSatisfaction: [22, 30, 53, 74, 80],
  residentAsked: [18, 34, 50, 80],
  attemptsLeft: [8, 20, 32, 48, 60, 72],
};

/** 80 doors, 62 responses, one of them broken off. Every share can be shown, so that beside a band the street's cannot. */
export const qingshi: CommunityScript = {
  headline: {
    knowsCampaign: { know: 35, heardOf: 14, dontKnow: 10, unsure: 3 },
    overallSatisfaction: {
      verySatisfied: 9,
      satisfied: 18,
      basicallySatisfied: 12,
      notVerySatisfied: 12,
      dissatisfied: 8,
      cannotSay: 3,
    },
    takesPart: { often: 8, sometimes: 22, never: 30, unsure: 2 },
    supportsEffort: { support: 50, indifferent: 8, oppose: 3, unsure: 1 },
  },
  modes: { anonymous: 20, confidential: 20, named: 22 },
  stopping: 1,
  unanswered: { refused: 6, notHome: 6, vacant: 3, refusedHard: 1, unable: 1, notFound: 1 },
};

/** Of 20 who are not satisfied seven said so by name, the last of them before breaking off. */
export const flaggedInQingshi: Flagged = {
  lowSatisfaction: [22, 30, 43, 51, 53, 74, 80],
  residentAsked: [18, 34, 50],
  attemptsLeft: [8, 32, 44, 56, 64, 72],
};

/** The same street a round later: 45 doors, 40 responses in each community, and better spirits. */
export const aMonthLater: CommunityScript = {
  headline: {
    knowsCampaign: { know: 32, heardOf: 5, dontKnow: 3 },
    overallSatisfaction: {
      verySatisfied: 8,
      satisfied: 16,
      basicallySatisfied: 8,
      notVerySatisfied: 5,
      dissatisfied: 3,
    },
    takesPart: { often: 12, sometimes: 20, never: 8 },
    supportsEffort: { support: 33, indifferent: 7 },
  },
  modes: { anonymous: 14, confidential: 13, named: 13 },
  stopping: 0,
  unanswered: { refused: 2, notHome: 2, vacant: 1 },
};

/** A small community that is visited whole: 24 doors, 18 responses. */
export const newCommunity: CommunityScript = {
  headline: {
    knowsCampaign: { know: 11, heardOf: 4, dontKnow: 3 },
    overallSatisfaction: {
      verySatisfied: 5,
      satisfied: 7,
      basicallySatisfied: 0,
      notVerySatisfied: 4,
      dissatisfied: 2,
    },
    takesPart: { often: 4, sometimes: 6, never: 8 },
    supportsEffort: { support: 12, indifferent: 4, oppose: 2 },
  },
  modes: { anonymous: 6, confidential: 6, named: 6 },
  stopping: 0,
  unanswered: { refused: 2, notHome: 2, vacant: 1, refusedHard: 1 },
};

/** What happens door by door in walking order; every fourth door, as long as there are such, gives no answers. */
export function encountersOf(script: CommunityScript): Encounter[] {
  const answers = answered(script);
  const others = unanswered(script);
  const doors = answers.length + others.length;
  return Array.from({ length: doors }, (_, index) => {
    const takesOther = (index % 4 === 3 && others.length > 0) || answers.length === 0;
    return must(takesOther ? others.shift() : answers.shift(), 'an encounter for every door');
  });
}

/** Each kind of ending once, then again, until all are dealt. */
function unanswered({ unanswered: counts }: CommunityScript): Encounter[] {
  const left = new Map(Object.entries(counts));
  const dealt: Encounter[] = [];
  while (left.size > 0) {
    for (const [outcome, count] of left) {
      if (count > 0) dealt.push({ kind: 'unanswered', outcome: outcome as Outcome });
      if (count <= 1) left.delete(outcome);
      else left.set(outcome, count - 1);
    }
  }
  return dealt;
}

const otherItems = ['cleanliness', 'publicFacilities', 'propertyManagement', 'reportHandling'];
const grades = ['satisfied', 'basicallySatisfied', 'verySatisfied', 'notVerySatisfied', 'cannotSay'];

function answered({ headline, modes, stopping }: CommunityScript): Answered[] {
  const spoken = Object.entries(headline).map(
    ([item, share], place) => [item, spread(share, place)] as const,
  );
  const all = spread(modes, 4);
  return all.map((mode, index) => {
    const answers: Record<string, Answers[string]> = {};
    for (const [item, codes] of spoken) answers[item] = must(codes[index], `an answer to ${item}`);
    const complete = index < all.length - stopping;
    if (complete) Object.assign(answers, furtherAnswers(mode, index));
    return { kind: 'answered', mode, how: index % 3 === 0 ? 'readAloud' : 'handedOver', answers, complete };
  });
}

/** Every sixth wants something put right, and every twelfth that somebody comes back about it. */
function furtherAnswers(mode: IdentityMode, index: number): Answers {
  const grade = (place: number) => must(grades[(index + place) % grades.length], 'a grade');
  const answers = Object.fromEntries(otherItems.map((item, place) => [item, grade(place)]));
  if (index % 6 !== 1) return answers;
  const wanting = { ...answers, topicsToFix: index % 12 === 1 ? ['parking', 'lift'] : ['rubbish'] };
  // Nobody can come back to somebody anonymous: they are not asked.
  return mode === 'anonymous' ? wanting : { ...wanting, wantsContact: index % 12 === 1 };
}

/** The codes in an order that mixes them, the same at every run and another for every item. */
function spread<K extends string>(share: Readonly<Record<K, number>>, place: number): K[] {
  const entries = Object.entries(share) as [K, number][];
  const all = entries.flatMap(([code, count]) => Array.from({ length: count }, () => code));
  const stride = must([7, 11, 13, 17, 19, 23].filter((step) => all.length % step !== 0)[place], 'a stride');
  return all.map((_, index) => must(all[(index * stride) % all.length], 'a code'));
}
