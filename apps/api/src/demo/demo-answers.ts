/** Invented respondents: answers drawn from what is true of their community. Demonstration data, marked as such. */
import type { CompletionMode, IdentityMode, Indicator, Outcome, Topic } from '@huhudao/domain';
import { visibleQuestions, type CompiledVersion } from '@huhudao/questionnaire';
import type { Dice } from './dice.ts';
import type { CommunityTruth } from './demo-places.ts';

type Answers = Record<string, string | string[] | boolean>;
type Single = Extract<CompiledVersion['questions'][number], { kind: 'single' }>;

const topicWeights: Partial<Record<Topic, number>> = {
  rubbish: 6,
  parking: 9,
  lighting: 4,
  lift: 5,
  noise: 3,
  dogs: 4,
  clutter: 5,
  leakage: 2,
  paving: 2,
  safety: 1,
};

/** One household’s mood moves all its answers a little the same way. */
export function answerAll(
  dice: Dice,
  version: CompiledVersion,
  truth: CommunityTruth,
  trend: number,
  mayBeContacted: boolean,
): Answers {
  const mood = (dice.next() - 0.5) * 0.16 + trend;
  const answers: Answers = {};
  for (const question of version.questions) {
    if (question.kind === 'single') answers[question.name] = answerSingle(dice, question, truth, mood);
    if (question.kind === 'multiple' && question.shareTopics && dice.chance(0.4)) {
      const chosen = Array.from({ length: dice.between(1, 3) }, () => dice.weighted(topicWeights));
      answers[question.name] = [...new Set(chosen)];
    }
    if (question.kind === 'boolean' && question.asksContact && mayBeContacted)
      answers[question.name] = dice.chance(0.12);
  }
  const visible = new Set(visibleQuestions(version, answers));
  return Object.fromEntries(Object.entries(answers).filter(([name]) => visible.has(name)));
}

function answerSingle(dice: Dice, question: Single, truth: CommunityTruth, mood: number): string {
  const ofKind = (counts: string | null) =>
    question.choices.filter((choice) => choice.counts === counts).map((choice) => choice.code);
  if (question.indicator === null) return dice.pick(question.choices).code;
  if (ofKind('excluded').length > 0 && dice.chance(0.03)) return dice.pick(ofKind('excluded'));
  const favourable = dice.chance(probabilityOf(question, truth, mood));
  const codes = ofKind(favourable ? 'favourable' : 'unfavourable');
  if (codes.length === 0) return dice.pick(question.choices).code;
  // The milder of the favourable and unfavourable codes are the commoner ones.
  return dice.chance(0.45) ? dice.pick(codes) : (codes[Math.floor(codes.length / 2)] ?? dice.pick(codes));
}

function probabilityOf(question: Single, truth: CommunityTruth, mood: number): number {
  const base: Record<Indicator, number> = truth;
  const indicator = question.indicator ?? 'satisfaction';
  // Items other than the headline lie around it, each in its own place.
  const place = question.headline ? 0 : ((question.name.length % 5) - 3) * 0.035;
  return Math.min(0.99, Math.max(0.05, base[indicator] + mood + place));
}

const reluctance: Partial<Record<Outcome, number>> = {
  notHome: 58,
  refused: 14,
  refusedHard: 4,
  appointment: 6,
  noAccess: 4,
  visited: 6,
  vacant: 5,
  unable: 2,
  notResidential: 1,
};

export type DemoEncounter = { outcome: Outcome; identityMode: IdentityMode; completionMode: CompletionMode };

/** What happens at a door. */
export function meet(dice: Dice, truth: CommunityTruth): DemoEncounter {
  const outcome: Outcome = dice.chance(truth.response) ? 'completed' : dice.weighted(reluctance);
  return {
    outcome,
    identityMode: dice.weighted({ anonymous: 46, confidential: 30, named: 24 }),
    completionMode: dice.weighted({ handedOver: 60, readAloud: 40 }),
  };
}
