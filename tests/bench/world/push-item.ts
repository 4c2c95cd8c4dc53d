/** What a tablet sends of one door: the visit, and a response with 17 answers to the questionnaire of 22 items. */
import { newId, type Mutation } from '@huhudao/protocol';
import { contentHash, questionnaire, visitForm } from '@huhudao/questionnaire';

export const hashes = {
  questionnaireHash: contentHash(questionnaire),
  visitFormHash: contentHash(visitForm),
};

export type Door = { streetId: string; roundId: string; householdId: string };
export type Batch = { doors: Door[]; firstSequence: number };

const grades = ['dissatisfied', 'notVerySatisfied', 'basicallySatisfied', 'satisfied', 'verySatisfied'];
const often = ['never', 'sometimes', 'often'];
const known = ['know', 'heardOf', 'dontKnow'];

/** Sixteen items with one answer and one with two, so that a response touches nineteen counts. */
const items: readonly [name: string, codes: readonly string[]][] = [
  ['knowsCampaign', known],
  ['overallSatisfaction', grades],
  ['takesPart', often],
  ['supportsEffort', ['support', 'indifferent', 'oppose']],
  ['readHandbook', ['know', 'dontKnow']],
  ['knowsRoleModel', known],
  ['knowsStation', known],
  ['volunteers', ['wouldNot', 'would', 'have']],
  ['attendsPublicity', often],
  ['sortsWaste', often],
  ['wouldRecommend', ['oppose', 'indifferent', 'support']],
  ['feelsSafe', ['dissatisfied', 'basicallySatisfied', 'satisfied']],
  ['cleanliness', grades],
  ['wasteFacilities', grades],
  ['clearStairwell', grades],
  ['publicFacilities', grades],
];
const topics = ['rubbish', 'parking', 'lighting', 'lift', 'noise'];

const pick = (codes: readonly string[], dice: number): string | undefined => codes[dice % codes.length];

/** Seventeen answers; people differ, so that the counts they touch differ. */
export function answersOf(dice: number): Record<string, unknown> {
  const single = items.map(([name, codes], index) => [name, pick(codes, (dice >> (index % 5)) + index)]);
  return { ...Object.fromEntries(single), topicsToFix: [pick(topics, dice), pick(topics, dice + 1)] };
}

function mutationsOf({ roundId, householdId }: Door, sequence: number, now: string): Mutation[] {
  const place = { roundId, householdId };
  return [
    {
      id: newId(),
      sequence,
      deviceTime: now,
      kind: 'recordVisit',
      payload: {
        ...place,
        outcome: 'partial',
        present: ['familyMember'],
        companionIds: [],
        completionMode: 'handedOver',
        formHash: hashes.visitFormHash,
        formAnswers: { purposeTold: true, materials: ['handbook', 'contactCard'], note: '晚上七点以后在家' },
        topics: ['rubbish'],
      },
    },
    {
      id: newId(),
      sequence: sequence + 1,
      deviceTime: now,
      kind: 'recordResponse',
      payload: {
        ...place,
        versionHash: hashes.questionnaireHash,
        identityMode: sequence % 4 === 1 ? 'named' : 'confidential',
        completionMode: 'handedOver',
        complete: false,
        consentedAt: now,
        answers: answersOf(sequence * 7919),
        topics: [],
      },
    },
  ];
}

/** The body of one push. */
export function batchBody({ doors, firstSequence }: Batch): object {
  const now = new Date().toISOString();
  return {
    streetId: doors[0]?.streetId,
    sentAt: now,
    unsent: 0,
    oldestUnsentAt: null,
    mutations: doors.flatMap((door, index) => mutationsOf(door, firstSequence + 2 * index, now)),
  };
}
